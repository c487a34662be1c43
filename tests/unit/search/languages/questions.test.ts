import { describe, expect, it } from 'vitest'
import { createWorld, openWorld } from '../support/search-world.ts'

interface Collection {
  readonly docs: readonly string[]
  /** A question and the number of the paragraph that answers it. */
  readonly questions: readonly (readonly [question: string, answeredBy: number])[]
}

/** Paragraphs and questions as people write them: with and without marks, in capitals, with digits of two scripts. */
const COLLECTIONS: Readonly<Record<string, Collection>> = {
  vi: {
    docs: [
      'Hà Nội là thủ đô của Việt Nam. Thành phố nằm bên bờ sông Hồng và có hơn tám triệu dân.',
      'Thành phố Hồ Chí Minh là trung tâm kinh tế lớn nhất của Việt Nam, trước đây gọi là Sài Gòn.',
      'Chiến dịch Điện Biên Phủ kết thúc năm 1954 với thất bại của quân đội Pháp.',
      'Vịnh Hạ Long được UNESCO công nhận là di sản thiên nhiên thế giới vào năm 1994.',
      'Nguyễn Du là tác giả của Truyện Kiều, tác phẩm nổi tiếng nhất của văn học Việt Nam.',
      'Phở là món ăn truyền thống gồm bánh phở, nước dùng và thịt bò hoặc thịt gà.',
      'Mã Lai là một dân tộc ở Đông Nam Á; con ma trong truyện dân gian khác với má, nghĩa là mẹ.',
      'Sông Mê Kông bắt nguồn từ cao nguyên Tây Tạng và chảy qua sáu nước.',
    ],
    questions: [
      ['Thủ đô của Việt Nam là gì?', 0],
      ['Thành phố nào từng được gọi là Sài Gòn?', 1],
      ['Quân đội Pháp thất bại ở đâu năm 1954?', 2],
      ['Vịnh Hạ Long được UNESCO công nhận khi nào?', 3],
      ['Ai là tác giả của Truyện Kiều?', 4],
      ['Phở được làm từ những gì?', 5],
      ['Sông Mê Kông bắt nguồn từ đâu?', 7],
      ['thu do cua viet nam la gi', 0],
      ['ai la tac gia truyen kieu', 4],
      ['song me kong bat nguon tu dau', 7],
      ['vinh ha long di san', 3],
    ],
  },
  hi: {
    docs: [
      'भारत की राजधानी नई दिल्ली है। यह शहर यमुना नदी के किनारे बसा है।',
      'महात्मा गांधी का जन्म २ अक्टूबर १८६९ को पोरबंदर में हुआ था।',
      'ताजमहल मुगल बादशाह शाहजहाँ ने अपनी पत्नी मुमताज़ महल की याद में बनवाया था।',
      'हिंदी सिनेमा को बॉलीवुड कहा जाता है और इसका केंद्र मुंबई है।',
      'गंगा नदी हिमालय के गंगोत्री हिमनद से निकलती है और बंगाल की खाड़ी में गिरती है।',
      'पहली लड़ाई पानीपत में १५२६ में बाबर और इब्राहिम लोदी के बीच लड़ी गई।',
      'चंद्रयान-३ ने २०२३ में चाँद के दक्षिणी ध्रुव के पास उतरकर इतिहास रचा।',
    ],
    questions: [
      ['भारत की राजधानी क्या है?', 0],
      ['महात्मा गाँधी का जन्म कब हुआ था?', 1],
      ['गांधी का जन्म कहाँ हुआ?', 1],
      ['ताजमहल किसने बनवाया?', 2],
      ['शाहजहां की पत्नी कौन थी?', 2],
      ['हिन्दी सिनेमा का केन्द्र कहाँ है?', 3],
      ['गंगा नदी कहाँ से निकलती है?', 4],
      ['1526 में पानीपत की लडाई किनके बीच हुई?', 5],
      ['चांद पर चंद्रयान 3 कब उतरा?', 6],
    ],
  },
  el: {
    docs: [
      'Η Αθήνα είναι η πρωτεύουσα της Ελλάδας και η μεγαλύτερη πόλη της χώρας.',
      'Ο Σωκράτης ήταν φιλόσοφος που καταδικάστηκε σε θάνατο το 399 π.Χ. και ήπιε κώνειο.',
      'Η μάχη του Μαραθώνα έγινε το 490 π.Χ. μεταξύ των Αθηναίων και των Περσών.',
      'Ο Όλυμπος είναι το ψηλότερο βουνό της Ελλάδας με ύψος 2.917 μέτρα.',
      'Ο Νίκος Καζαντζάκης έγραψε το μυθιστόρημα Βίος και Πολιτεία του Αλέξη Ζορμπά.',
      'Οι πρώτοι σύγχρονοι Ολυμπιακοί Αγώνες διεξήχθησαν στην Αθήνα το 1896.',
      'Η Κρήτη είναι το μεγαλύτερο νησί της Ελλάδας και γενέτειρα του Ελ Γκρέκο.',
    ],
    questions: [
      ['Ποια είναι η πρωτεύουσα της Ελλάδας;', 0],
      ['Ποιος φιλόσοφος ήπιε κώνειο;', 1],
      ['ΠΟΤΕ ΕΓΙΝΕ Η ΜΑΧΗ ΤΟΥ ΜΑΡΑΘΩΝΑ;', 2],
      ['Πόσο ύψος έχει ο Όλυμπος;', 3],
      ['ποιο ειναι το ψηλοτερο βουνο', 3],
      ['Ποιος έγραψε τον Ζορμπά;', 4],
      ['Πότε έγιναν οι πρώτοι Ολυμπιακοί Αγώνες;', 5],
      ['Πού γεννήθηκε ο Ελ Γκρέκο;', 6],
      ['Ποιο είναι το μεγαλύτερο νησί;', 6],
    ],
  },
  es: {
    docs: [
      'Madrid es la capital de España y su ciudad más poblada.',
      'Miguel de Cervantes escribió Don Quijote de la Mancha, publicado en 1605.',
      'La guerra civil española comenzó en julio de 1936 y terminó en abril de 1939.',
      'El Teide es la montaña más alta de España; se eleva 3715 metros sobre la isla de Tenerife.',
      'La Sagrada Familia es una basílica diseñada por el arquitecto Antoni Gaudí en Barcelona.',
      'Los aztecas fundaron la ciudad de Tenochtitlan en una isla del lago de Texcoco.',
      'El pingüino emperador vive en la Antártida y puede bucear a más de 500 metros.',
    ],
    questions: [
      ['¿Cuál es la capital de España?', 0],
      ['¿Quién escribió el Quijote?', 1],
      ['¿Cuándo empezó la guerra civil española?', 2],
      ['¿En qué año se publicó Don Quijote?', 1],
      ['¿Cuántos metros mide la montaña más alta de España?', 3],
      ['¿Quién diseñó la Sagrada Familia?', 4],
      ['que arquitecto diseno la basilica de barcelona', 4],
      ['¿Dónde fundaron su ciudad los aztecas?', 5],
      ['donde viven los pinguinos emperadores', 6],
    ],
  },
  ro: {
    docs: [
      'București este capitala României și cel mai mare oraș al țării.',
      'Mihai Eminescu a scris poemul Luceafărul, publicat în 1883.',
      'Marea Unire a avut loc la 1 decembrie 1918, la Alba Iulia.',
      'Vârful Moldoveanu este cel mai înalt munte din România, cu 2544 de metri.',
      'Castelul Bran este legat de legenda contelui Dracula și se află lângă Brașov.',
      'Dunărea izvorăște din munții Pădurea Neagră și se varsă în Marea Neagră.',
      'Nadia Comăneci a obținut prima notă de zece din gimnastică la Montréal în 1976.',
    ],
    questions: [
      ['Care este capitala României?', 0],
      ['Cine a scris Luceafărul?', 1],
      ['Când a avut loc Marea Unire?', 2],
      ['Care este cel mai înalt vârf din România?', 3],
      ['Cîţi metri are vîrful Moldoveanu?', 3],
      ['Unde se află castelul lui Dracula?', 4],
      ['unde se varsa dunarea', 5],
      ['Cine a obţinut prima notă de zece la gimnastică?', 6],
      ['care e cel mai mare oras al tarii', 0],
    ],
  },
  tr: {
    docs: [
      "Türkiye'nin başkenti Ankara'dır; en kalabalık şehri ise İstanbul'dur.",
      'İstanbul, 1453 yılında Fatih Sultan Mehmet tarafından fethedildi.',
      "Ağrı Dağı 5137 metre yüksekliğiyle Türkiye'nin en yüksek dağıdır.",
      "Orhan Pamuk 2006 yılında Nobel Edebiyat Ödülü'nü kazandı.",
      "Irak ile sınır kapısı Habur'dur ve Şırnak ilinde bulunur.",
      "Mustafa Kemal Atatürk 1881 yılında Selanik'te doğdu.",
      'Kapadokya, peri bacaları ve yer altı şehirleriyle tanınan bir bölgedir.',
    ],
    questions: [
      ["Türkiye'nin başkenti neresidir?", 0],
      ["İstanbul'u kim fethetti?", 1],
      ['istanbul kaç yılında fethedildi', 1],
      ['ISTANBUL NE ZAMAN FETHEDİLDİ', 1],
      ["Türkiye'nin en yüksek dağı hangisidir?", 2],
      ["Orhan Pamuk Nobel'i ne zaman kazandı?", 3],
      ['Irak sınırındaki kapı hangi ildedir?', 4],
      ['ırak sınır kapısı', 4],
      ['Atatürk nerede doğdu?', 5],
      ['peri bacalari nerede', 6],
    ],
  },
  th: {
    docs: [
      'กรุงเทพมหานครเป็นเมืองหลวงของประเทศไทยและเป็นเมืองที่มีประชากรมากที่สุด',
      'สมเด็จพระเจ้าตากสินมหาราชทรงกอบกู้เอกราชหลังจากกรุงศรีอยุธยาเสียแก่พม่าในปี พ.ศ. ๒๓๑๐',
      'ดอยอินทนนท์เป็นภูเขาที่สูงที่สุดในประเทศไทย มีความสูง 2,565 เมตร',
      'แม่น้ำเจ้าพระยาเกิดจากแม่น้ำปิงและแม่น้ำน่านมาบรรจบกันที่นครสวรรค์',
      'สุนทรภู่เป็นกวีเอกผู้แต่งเรื่องพระอภัยมณี',
      'ต้มยำกุ้งเป็นอาหารไทยที่มีรสเปรี้ยวและเผ็ด ปรุงด้วยกุ้ง ตะไคร้ และพริก',
      'ช้างเป็นสัตว์ประจำชาติของไทยและเคยใช้ในการทำสงคราม',
    ],
    questions: [
      ['เมืองหลวงของประเทศไทยคืออะไร', 0],
      ['ใครเป็นผู้กอบกู้เอกราชจากพม่า', 1],
      ['กรุงศรีอยุธยาเสียแก่พม่าในปี 2310 หรือไม่', 1],
      ['ภูเขาที่สูงที่สุดในประเทศไทยสูงเท่าไร', 2],
      ['แม่น้ำเจ้าพระยาเกิดจากแม่น้ำอะไรบ้าง', 3],
      ['เเม่นํ้าเจ้าพระยา', 3],
      ['ใครแต่งพระอภัยมณี', 4],
      ['ต้มยํากุ้งมีรสอย่างไร', 5],
      ['สัตว์ประจำชาติของไทยคือสัตว์อะไร', 6],
    ],
  },
}

describe.each(Object.entries(COLLECTIONS))('a small collection in %s', (language, { docs, questions }) => {
  const { add, find } = createWorld(openWorld())
  docs.forEach((body, at) => add({ title: `text ${String(at)}`, body, language }))

  it.each(questions)('answers %s first by text %i', (question, answeredBy) => {
    expect(find(question, 'any')[0]).toBe(`text ${String(answeredBy)}`)
  })
})

it('finds every spelling of a Vietnamese word typed without marks, and the same spelling first', () => {
  const { add, find } = createWorld(openWorld())
  for (const word of ['má', 'mà', 'ma', 'mạ', 'mã']) add({ title: word, body: `con ${word} trong nhà`, language: 'vi' })
  expect(find('ma')[0]).toBe('ma')
  expect(find('ma')).toHaveLength(5)
  expect(find('má')).toEqual(['má'])
})

it('finds İstanbul by what is typed of it, in texts of every language', () => {
  const { add, find, search } = createWorld(openWorld())
  add({ title: 'one', body: 'İstanbulʼun nüfusu arttı', language: 'tr' })
  add({ title: 'two', body: 'The city of İstanbul grew', language: 'en' })
  for (const query of ['ista', 'İsta']) {
    expect(search.typing({ query, limit: 9 }).hits.map(({ title }) => title)).toEqual(['one', 'two'])
  }
  for (const query of ['istan*', 'istanbl~1', 'ISTANBUL', 'istanbulun']) expect(find(query)).toHaveLength(2)
})

it('finds Thai however a vowel was typed: am with its ring before the tone or after it, ae as two e', () => {
  const { add, find } = createWorld(openWorld())
  add({ title: 'one', body: 'แม่น้ำเจ้าพระยา', language: 'th' })
  add({ title: 'two', body: 'เเม่นํ้าโขง', language: 'th' })
  for (const query of ['แม่น้ำ', 'เเม่นํ้า', '"แม่น้ำ"', 'แม่นํ้า']) expect(find(query)).toHaveLength(2)
})
