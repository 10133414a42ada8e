'use client'
import { Broken } from '../broken'

export default Broken
