import * as z from 'zod'

/** Imported before any schema is made: each would try `new Function` otherwise, which the content policy blocks and reports. */
z.config({ jitless: true })
