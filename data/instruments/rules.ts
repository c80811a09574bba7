/**
 * Version of the rules by which follow-up figures are protected; raised by one whenever the same persons and salt would
 * give other answers than before. A release says by which it was made: two versions side by side would be two draws.
 */
export const RULES = 4
