import { describe, expect, it } from 'vitest'
import { packFor } from '../../../../src/main/search/languages/registry.ts'

type Pairs = readonly (readonly [one: string, other: string])[]

/** Word pairs by language (normalised as the analysis hands them over): those that must meet, those that must not. */
const TABLES: Readonly<Record<string, { readonly meet: Pairs; readonly apart: Pairs }>> = {
  en: {
    meet: [
      ['position', 'positions'],
      ['running', 'runs'],
      ['retreat', 'retreated'],
      ['russiaʼs', 'russia'],
      ['womenʼs', 'women'],
      ['naïve', 'naive'],
      ['cities', 'city'],
    ],
    apart: [
      ['new', 'newt'],
      ['ice', 'iceland'],
      ['war', 'warm'],
      ['himars', 'himalaya'],
      ['in', 'ins'],
      ['that', 'thatʼs'],
    ],
  },
  de: {
    meet: [
      ['häuser', 'haus'],
      ['straße', 'strasse'],
      ['bücher', 'buch'],
      ['kriege', 'krieges'],
      ['schöne', 'schönen'],
    ],
    apart: [
      ['haus', 'hase'],
      ['krieg', 'krug'],
      ['bein', 'bier'],
    ],
  },
  fr: {
    meet: [
      ['continué', 'continuer'],
      ['élection', 'élections'],
      ['été', 'ete'],
      ['œuvre', 'oeuvre'],
      ['nationale', 'nationaux'],
    ],
    apart: [
      ['guerre', 'guère'],
      ['poisson', 'poison'],
      ['chat', 'chateau'],
    ],
  },
  ru: {
    meet: [
      ['ёлка', 'елка'],
      ['войны', 'войной'],
      ['город', 'городами'],
      ['русский', 'русского'],
      ['за\u0301мок', 'замок'],
    ],
    apart: [
      ['край', 'крап'],
      ['дом', 'дым'],
      ['мир', 'мор'],
    ],
  },
  uk: {
    meet: [
      ['війна', 'війною'],
      ['книга', 'книгу'],
      ['українська', 'українського'],
      ['місто', 'містами'],
      ['читати', 'читала'],
      ['незалежність', 'незалежності'],
      ['мʼята', 'мʼяту'],
      ['програма', 'програми'],
      ['створення', 'створювати'],
      ['створенням', 'створення'],
      ['виправлення', 'виправленням'],
      ['використання', 'використанню'],
    ],
    apart: [
      ['гніт', 'ґніт'],
      ['їжа', 'іжа'],
      ['лист', 'ліс'],
      ['мʼята', 'мята'],
      ['програма', 'програш'],
    ],
  },
  ar: {
    meet: [
      ['الكتاب', 'كتاب'],
      ['والكتاب', 'بالكتاب'],
      ['العَرَبِيَّة', 'العربية'],
      ['أحمد', 'احمد'],
      ['مدرسة', 'المدرسة'],
      ['علـــي', 'علي'],
      ['مستشفى', 'مستشفي'],
    ],
    apart: [
      ['كتاب', 'كلاب'],
      ['قلب', 'كلب'],
    ],
  },
  zh: { meet: [['café', 'cafe']], apart: [['running', 'run']] },
  ja: { meet: [['café', 'cafe']], apart: [['running', 'run']] },
  es: {
    meet: [
      ['canción', 'canciones'],
      ['cantó', 'cantar'],
      ['niño', 'ninos'],
      ['población', 'poblaciones'],
      ['mujer', 'mujeres'],
      ['lugar', 'lugares'],
      ['luz', 'luces'],
      ['guerra', 'guerras'],
      ['gobierno', 'gobiernos'],
      ['invierno', 'inviernos'],
      ['moderno', 'modernos'],
      ['eterno', 'eternos'],
      ['perder', 'perdernos'],
    ],
    apart: [
      ['casa', 'cosa'],
      ['perro', 'pero'],
      ['papa', 'pipa'],
      ['gobierno', 'gobio'],
      ['infierno', 'infier'],
    ],
  },
  pt: {
    meet: [
      ['nação', 'nações'],
      ['alemão', 'alemães'],
      ['cidade', 'cidades'],
      ['guerra', 'guerras'],
    ],
    apart: [
      ['pais', 'pés'],
      ['carro', 'caro'],
    ],
  },
  it: {
    meet: [
      ['nazione', 'nazioni'],
      ['guerra', 'guerre'],
      ['città', 'citta'],
      ['libro', 'libri'],
    ],
    apart: [
      ['pala', 'palla'],
      ['caro', 'carro'],
    ],
  },
  ro: {
    meet: [
      ['țară', 'ţară'],
      ['țară', 'țării'],
      ['război', 'războiul'],
      ['echipă', 'echipei'],
      ['oraș', 'orașul'],
      ['țară', 'tara'],
      ['câștigat', 'cîștigat'],
      ['an', 'ani'],
      ['ani', 'anilor'],
      ['copil', 'copiii'],
      ['apă', 'apelor'],
      ['om', 'oamenii'],
      ['zi', 'zilele'],
      ['joc', 'jocurile'],
      ['loc', 'locuri'],
      ['floare', 'flori'],
      ['școală', 'școli'],
      ['război', 'războaiele'],
      ['structură', 'structuri'],
      ['natură', 'naturii'],
      ['măsură', 'măsurilor'],
      ['concert', 'concerturi'],
      ['dezvoltare', 'dezvoltării'],
      ['teritoriu', 'teritoriilor'],
      ['deputat', 'deputații'],
      ['participant', 'participanților'],
      ['centru', 'centrul'],
      ['italian', 'italienii'],
      ['european', 'europeni'],
      ['construirii', 'construirea'],
    ],
    apart: [
      ['carte', 'curte'],
      ['masă', 'mare'],
      ['an', 'ana'],
      ['cultură', 'culoare'],
      ['ape', 'apel'],
      ['măsură', 'masă'],
      ['teatru', 'teatral'],
      ['mare', 'mireasă'],
    ],
  },
  tr: {
    meet: [
      ['ışık', 'işik'],
      ['istanbul', 'i\u0307stanbulʼda'],
      ['kitap', 'kitaplar'],
      ['takım', 'takımlar'],
      ['şehir', 'şehirde'],
      ['ülke', 'ülkeler'],
      ['ülke', 'ülkesi'],
      ['üniversite', 'üniversitesi'],
      ['hak', 'hakkında'],
      ['nefes', 'nefesi'],
      ['şehir', 'şehri'],
      ['şehir', 'şehrinde'],
      ['nehir', 'nehri'],
      ['ömür', 'ömrü'],
      ['vakit', 'vaktinde'],
      ['istanbulʼun', 'istanbul'],
      ['tanım', 'tanımlar'],
      ['yönetmek', 'yönetir'],
      ['başkan', 'başkanı'],
      ['hayvan', 'hayvanlar'],
      ['yunanistan', 'yunanistanda'],
      ['kim', 'kimdir'],
      ['başkent', 'başkenti'],
      ['başkenti', 'baskentidir'],
      ['devlet', 'devletinin'],
      ['dünya', 'dünyanın'],
      ['savaş', 'savaşında'],
      ['nüfus', 'nüfusu'],
      ['polis', 'polisler'],
      ['çiçek', 'çiçeği'],
      ['kullanmak', 'kullanılabilir'],
      ['kurulmuştur', 'kurulan'],
      ['yapıldı', 'yapılmıştır'],
      ['öldü', 'ölmüştür'],
      ['ağaç', 'ağaçları'],
    ],
    apart: [
      ['kar', 'kir'],
      ['el', 'il'],
      ['resim', 'resmi'],
      ['nehir', 'nehar'],
      ['dönem', 'dön'],
      ['düzen', 'düz'],
      ['sanat', 'sana'],
      ['başkan', 'başka'],
      ['linux', 'linus'],
      ['iraq', 'irak'],
      ['osmanlı', 'osman'],
      ['kent', 'ken'],
      ['hata', 'hat'],
    ],
  },
  el: {
    meet: [
      ['ελληνική', 'ελληνικησ'],
      ['ἀθήνα', 'αθήνας'],
      ['μάχη', 'μάχες'],
      ['άνθρωπος', 'ανθρωπων'],
      ['πόλη', 'πόλεις'],
      ['νίκη', 'νίκησαν'],
      ['ευρώπη', 'ευρώπης'],
      ['παίκτες', 'παικτών'],
      ['ευρωπαϊκή', 'ευρωπαικη'],
      ['εμφανίζει', 'εμφανίστηκε'],
      ['εμφάνισε', 'εμφάνιση'],
      ['οργανώνει', 'οργάνωση'],
      ['οργανωμένος', 'οργανώθηκε'],
      ['γεννήθηκε', 'γέννηση'],
      ['ιδρύθηκε', 'ίδρυσε'],
      ['επιλέγω', 'επιλεγμένος'],
      ['ανακάλυψε', 'ανακαλύφθηκε'],
      ['τουρισμός', 'τουριστών'],
    ],
    apart: [
      ['νόμος', 'νους'],
      ['πόλη', 'μπάλα'],
      ['χώρα', 'χώμα'],
      ['τροπή', 'τροφή'],
      ['αγορά', 'αγώνας'],
    ],
  },
  he: {
    meet: [
      ['הבית', 'בית'],
      ['ובמלחמה', 'המלחמה'],
      ['ספר', 'ספרים'],
      ['שָׁלוֹם', 'שלום'],
    ],
    apart: [
      ['ספר', 'ספק'],
      ['מלך', 'מלח'],
    ],
  },
  hi: {
    meet: [
      ['लड़का', 'लडके'],
      ['लड़कियाँ', 'लड़कियां'],
      ['किताब', 'किताबों'],
      ['टीम', 'टीमों'],
      ['हिन्दी', 'हिंदी'],
      ['सम्बन्ध', 'संबंध'],
      ['कम्पनी', 'कंपनी'],
      ['गयी', 'गई'],
      ['महिला', 'महिलाओं'],
      ['नदी', 'नदियाँ'],
      ['खिलाड़ी', 'खिलाडियों'],
      ['दवा', 'दवाइयाँ'],
      ['ज़िंदगी', 'जिन्दगी'],
      ['फ़िल्म', 'फिल्में'],
      ['राजधानी', 'राजधानियाँ'],
      ['संगठन', 'संगठनों'],
      ['आयेगा', 'आएगा'],
      ['बनायें', 'बनाएं'],
      ['भाषायें', 'भाषा'],
      ['अदालत', 'अदालतें'],
      ['देख', 'देखकर'],
    ],
    apart: [
      ['भारत', 'भारतीय'],
      ['काम', 'कम'],
      ['नदी', 'नाद'],
      ['शंकर', 'शंख'],
      ['चक्कर', 'चक्की'],
    ],
  },
  mr: {
    meet: [
      ['घर', 'घरात'],
      ['शहर', 'शहरांना'],
    ],
    apart: [['घर', 'घन']],
  },
  bn: {
    meet: [
      ['দেশ', 'দেশের'],
      ['বই', 'বইটি'],
    ],
    apart: [['দেশ', 'দেহ']],
  },
  vi: {
    meet: [
      ['hòa', 'hoà'],
      ['thúy', 'thuý'],
      ['nội', 'nội'],
      ['lý', 'lí'],
      ['quý', 'quí'],
      ['thủy', 'thuỷ'],
      ['khỏe', 'khoẻ'],
      ['kỳ', 'kì'],
    ],
    apart: [
      ['ma', 'má'],
      ['nội', 'noi'],
      ['đa', 'da'],
      ['hoa', 'hòa'],
      ['đông', 'dông'],
    ],
  },
  pl: {
    meet: [
      ['książka', 'książkami'],
      ['wojna', 'wojnę'],
      ['polska', 'polskiego'],
      ['ręka', 'ręce'],
      ['noga', 'nodze'],
      ['system', 'systemu'],
      ['program', 'programu'],
      ['dokumencie', 'dokument'],
      ['formatowanie', 'formatowania'],
      ['wydarzenie', 'wydarzeń'],
      ['pisać', 'pisała'],
      ['strona', 'stronie'],
      ['zaznaczonego', 'zaznaczony'],
    ],
    apart: [
      ['kot', 'kość'],
      ['dom', 'dym'],
      ['ekran', 'ekipa'],
    ],
  },
  cs: {
    meet: [
      ['kniha', 'knize'],
      ['válka', 'válce'],
      ['český', 'českého'],
      ['město', 'městem'],
      ['řeka', 'řece'],
    ],
    apart: [
      ['hrad', 'hrod'],
      ['dům', 'dým'],
    ],
  },
  hu: {
    meet: [
      ['ház', 'házban'],
      ['város', 'városok'],
      ['dokumentum', 'dokumentumok'],
      ['használata', 'használható'],
    ],
    apart: [
      ['asztal', 'aszály'],
      ['haza', 'hős'],
    ],
  },
  nl: {
    meet: [
      ['boek', 'boeken'],
      ['oorlog', 'oorlogen'],
      ['geïnd', 'geind'],
    ],
    apart: [['boek', 'bok']],
  },
  sv: {
    meet: [
      ['bilen', 'bilar'],
      ['flicka', 'flickor'],
      ['öl', 'ol'],
    ],
    apart: [['hus', 'hals']],
  },
  da: {
    meet: [
      ['krig', 'krigen'],
      ['hus', 'huse'],
    ],
    apart: [['hus', 'hals']],
  },
  no: {
    meet: [
      ['jente', 'jenter'],
      ['hus', 'husene'],
    ],
    apart: [['hus', 'hals']],
  },
  nb: {
    meet: [['jente', 'jenter']],
    apart: [['hus', 'hals']],
  },
  fi: {
    meet: [
      ['talo', 'taloissa'],
      ['sota', 'sotaa'],
      ['asetus', 'asetukset'],
      ['ominaisuus', 'ominaisuuksia'],
      ['ominaisuudet', 'ominaisuuksien'],
      ['lisääminen', 'lisäämisen'],
    ],
    apart: [
      ['asetus', 'ase'],
      ['tuli', 'tuuli'],
    ],
  },
  fa: {
    meet: [
      ['کتاب', 'كتابها'],
      ['کتابی', 'کتاب'],
    ],
    apart: [['کتاب', 'کباب']],
  },
  ko: {
    meet: [['café', 'cafe']],
    apart: [['running', 'run']],
  },
  und: {
    meet: [
      ['café', 'cafe'],
      ['øre', 'ore'],
      ['ёж', 'еж'],
      ['ς', 'σ'],
    ],
    apart: [
      ['running', 'run'],
      ['й', 'и'],
      ['ї', 'і'],
      ['हिन्दी', 'हन्द'],
    ],
  },
}

for (const [language, { meet, apart }] of Object.entries(TABLES)) {
  describe(`the pack of ${language}`, () => {
    const { stem } = packFor(language)
    it.each(meet)('lets %s and %s meet', (one, other) => {
      expect(stem(one)).toBe(stem(other))
    })
    it.each(apart)('keeps %s and %s apart', (one, other) => {
      expect(stem(one)).not.toBe(stem(other))
    })
  })
}

it('knows a language by its primary subtag, and takes und for one without a pack', () => {
  expect(packFor('en-GB').language).toBe('en')
  expect(packFor('zh_Hant').language).toBe('zh')
  expect(packFor('tlh').language).toBe('und')
  expect(packFor(null).language).toBe('und')
})

it('loads the stemmers without touching lunr or the global object', async () => {
  const before = Object.keys(globalThis).sort()
  const { default: lunr } = await import('lunr')
  expect('de' in lunr).toBe(false)
  expect('stemmerSupport' in lunr).toBe(false)
  expect(Object.keys(globalThis).sort()).toEqual(before)
  expect('sufRemoved' in globalThis).toBe(false)
})
