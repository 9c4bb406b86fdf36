import { addWords } from './add-words.ts'
import { enTeam } from './en-team.ts'

/** The team's row at the edge imports this; rooms have it with their own. */
addWords(enTeam)
