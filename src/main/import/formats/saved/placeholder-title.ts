/** What services write where they found no title, in the languages of wallabag. */
const PLACEHOLDERS = new Set([
  'no title found',
  'untitled',
  'sans titre',
  'aucun titre trouvé',
  'kein titel gefunden',
  'ohne titel',
  'titel nicht gefunden',
  'sin título',
  'no se ha encontrado ningún título',
  'senza titolo',
  'nessun titolo trovato',
  'sem título',
  'nenhum título encontrado',
  'geen titel gevonden',
  'zonder titel',
  'brak tytułu',
  'nie znaleziono tytułu',
  'без названия',
  'заголовок не найден',
  'タイトルなし',
  '无标题',
  '제목 없음',
])

/** Whether a title only says that there is none. */
export function isPlaceholderTitle(title: string): boolean {
  return PLACEHOLDERS.has(title.trim().toLowerCase())
}
