# Sets up an app as somebody would who has curl and openssl and nothing else: registers it, makes its service principal
# and its key pair, uploads the certificate, lets the app into the organization, and signs in as the app. Wants TENANT_ID,
# TOKEN_URL, ORGANIZATION, and in ADMIN_ID and ADMIN_FILE an app that may do all this. Prints whom the organization sees.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

graph=https://graph.microsoft.com/v1.0
azure_devops=499b84ac-1321-427f-aa17-267ca6975798

field() { node -pe "JSON.parse(require('fs').readFileSync(0))$1"; }
base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
send() { curl --silent --show-error --fail-with-body --header 'Content-Type: application/json' "$@"; }

# token CLIENT_ID PEM_FILE SCOPE
token() {
  local thumbprint now header claims signature
  thumbprint=$(openssl x509 -in "$2" -outform DER | openssl dgst -sha256 -binary | base64url)
  now=$(date +%s)
  header=$(printf '{"alg":"PS256","typ":"JWT","x5t#S256":"%s"}' "$thumbprint" | base64url)
  claims=$(printf '{"aud":"%s","iss":"%s","sub":"%s","jti":"%s","nbf":%d,"exp":%d}' \
    "$TOKEN_URL" "$1" "$1" "$(openssl rand -hex 16)" "$now" "$((now + 300))" | base64url)
  signature=$(printf '%s.%s' "$header" "$claims" |
    openssl dgst -sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:-1 -sign "$2" -binary | base64url)
  curl --silent --show-error --fail-with-body "$TOKEN_URL" \
    --data grant_type=client_credentials --data "client_id=$1" --data-urlencode "scope=$3" \
    --data-urlencode client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
    --data "client_assertion=$header.$claims.$signature" | field .access_token
}

admin=$(token "$ADMIN_ID" "$ADMIN_FILE" https://graph.microsoft.com/.default)

# 1: the app registration and its service principal
app=$(send --oauth2-bearer "$admin" "$graph/applications" \
  --data '{"displayName":"Made by a script","signInAudience":"AzureADMyOrg"}')
app_id=$(field .appId <<<"$app")
object_id=$(field .id <<<"$app")
principal_id=$(send --oauth2-bearer "$admin" "$graph/servicePrincipals" --data "{\"appId\":\"$app_id\"}" | field .id)

# 2: the certificate, of which only the public part is sent
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 365 -subj '/CN=script' 2>/dev/null
cat key.pem certificate.pem >app.pem
key=$(openssl x509 -in certificate.pem -outform DER | openssl base64 -A)
send --oauth2-bearer "$admin" --request PATCH "$graph/applications/$object_id" --data \
  "{\"keyCredentials\":[{\"type\":\"AsymmetricX509Cert\",\"usage\":\"Verify\",\"key\":\"$key\",\"displayName\":\"CN=script\"}]}"

# 4: a user of the organization, by the object ID of the service principal
admin=$(token "$ADMIN_ID" "$ADMIN_FILE" "$azure_devops/.default")
entitlements="https://vsaex.dev.azure.com/$ORGANIZATION/_apis/serviceprincipalentitlements?api-version=7.1-preview.1"
added=$(send --oauth2-bearer "$admin" "$entitlements" --data @- <<JSON
{
  "accessLevel": { "accountLicenseType": "express", "licensingSource": "account" },
  "servicePrincipal": { "origin": "aad", "originId": "$principal_id", "subjectKind": "servicePrincipal" }
}
JSON
)
[[ $(field .isSuccess <<<"$added") == true ]]

# 6: the app itself
send --oauth2-bearer "$(token "$app_id" app.pem "$azure_devops/.default")" \
  "https://dev.azure.com/$ORGANIZATION/_apis/connectionData" | field .authenticatedUser.providerDisplayName
