import { cutEnding, endingsOf } from './cut-ending.ts'
import { foldIndic } from './fold-indic.ts'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'

const INDIC = /^[\u0900-\u0d7f]+$/

/**
 * Case endings and articles that Indic languages write as one word with the noun; only the commonest, as the rules are
 * ours and nothing here can be measured against judged texts.
 */
const ENDINGS: Readonly<Record<string, string>> = {
  bn: 'গুলোর গুলির গুলোকে গুলিকে গুলোতে গুলো গুলি দের দেরকে টির টিকে টিতে টার টাকে টাতে টি টা খানা খানি ের েরা য়ের রা কে তে য় ে র',
  mr: 'ांच्या ांचा ांची ांचे ांना ांनी ांत ांवर ाच्या ाचा ाची ाचे ाला ाने ात ावर ामध्ये च्या चा ची चे ला ने नी त ांचं ाचं ां ी े ा',
  ne: 'हरूको हरूले हरूलाई हरूमा हरू को का की ले लाई मा बाट सँग',
  gu: 'ઓના ઓની ઓનો ઓનું ઓને ઓમાં ના ની નો નું ને માં થી એ ઓ',
  pa: 'ਿਆਂ ੀਆਂ ਾਂ ਆਂ ੀ ੇ ਾ',
  ta: 'ங்களின் ங்களுக்கு ங்களில் ங்களை ங்கள் களின் களுக்கு களில் களை கள் யின் த்தின் த்தில் த்தை த்துக்கு ின் ில் ுக்கு ம் ை',
  te: 'లలో లను లకు లతో లో ను ని కు కి తో లు ల',
  kn: 'ಗಳಲ್ಲಿ ಗಳನ್ನು ಗಳಿಗೆ ಗಳು ಗಳ ದಲ್ಲಿ ವನ್ನು ಅನ್ನು ನ್ನು ಯಲ್ಲಿ ಲ್ಲಿ ಕ್ಕೆ ಿಗೆ ಗೆ ದ',
  ml: 'ങ്ങളുടെ ങ്ങളിൽ ങ്ങൾ കളുടെ കളിൽ കൾ ത്തിന്റെ ത്തിൽ ിന്റെ ിൽ ുടെ ക്ക് ിന്',
}

/** Light packs of Indic languages that have no stemmer: signs unified, one ending off where two signs are left. */
export const indicPacks: readonly LanguagePack[] = Object.entries(ENDINGS).map(([language, written]) => {
  const endings = endingsOf(written, foldIndic)
  return {
    language,
    stem: (word) => {
      const folded = foldIndic(word)
      return INDIC.test(folded) ? cutEnding(folded, endings, 2) : foldLetters(word)
    },
  }
})
