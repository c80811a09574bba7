/** Takes away what binary arithmetic adds to a fraction times a hundred. */
export const precise = (value: number): number => Number(value.toPrecision(14))
