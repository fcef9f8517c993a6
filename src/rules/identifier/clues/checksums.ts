/** Check digits: what makes a row of digits a card, an account or a car, and not a part number. */

/** Payment cards (ISO/IEC 7812). */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    let digit = digits.charCodeAt(digits.length - 1 - i) - 48
    if (i % 2 === 1) {
      digit *= 2
      if (digit > 9) digit -= 9
    }
    sum += digit
  }
  return digits.length > 1 && sum % 10 === 0
}

/** International bank account numbers (ISO 13616): the rest by 97 is 1. Letters count from 10. */
export function iban(written: string): boolean {
  const plain = written.replace(/\s/g, '').toUpperCase()
  if (plain.length < 15 || plain.length > 34) return false
  let rest = 0
  for (const char of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(char, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** Routing numbers of US banks (ABA): weights 3, 7, 1. */
export function routing(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^0{2}/.test(digits)) return false
  let sum = 0
  for (let i = 0; i < 9; i++) sum += (digits.charCodeAt(i) - 48) * ([3, 7, 1][i % 3] as number)
  return sum % 10 === 0
}

const WORTH = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ'
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

/** Vehicle identification numbers (49 CFR 565): the ninth character checks the rest. */
export function vin(written: string): boolean {
  const plain = written.toUpperCase()
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(plain) || !/[A-Z]/.test(plain)) return false
  let sum = 0
  for (let i = 0; i < 17; i++) sum += (WORTH.indexOf(plain[i] as string) % 10) * (WEIGHTS[i] as number)
  return plain[8] === '0123456789X'[sum % 11]
}
