import './asked-to-die.ts'
import './search-worker.ts'
