// Kept as text in a module, not as files: the same sources run under Node without a bundler, and packed into one file.

const ANNOTATIONS = `{%- if highlights.size > 0 %}

## Highlights
{%- for highlight in highlights %}

{{ highlight.quote | text | quote }}
{%- if highlight.note != '' %}

{{ highlight.note | note }}
{%- endif %}

[{{ highlight.color | capitalize }}]({{ highlight.link }}){% for tag in highlight.tags %} · {{ tag | hashtag }}{% endfor %}
{%- endfor %}
{%- endif %}
{%- if notes.size > 0 %}

## Notes
{%- for note in notes %}

{{ note.note | note }}

[Note]({{ note.link }}){% for tag in note.tags %} · {{ tag | hashtag }}{% endfor %}
{%- endfor %}
{%- endif %}
{%- if orphans.size > 0 %}

## Highlights without a place in the present text
{%- for highlight in orphans %}

{{ highlight.quote | text | quote }}
{%- if highlight.note != '' %}

{{ highlight.note | note }}
{%- endif %}

[{{ highlight.color | capitalize }}]({{ highlight.link }}){% for tag in highlight.tags %} · {{ tag | hashtag }}{% endfor %}
{%- endfor %}
{%- endif %}
`

const PLAIN = `---
{{ front_matter }}
checksum: "{{ checksum }}"
---
{%- if title != '' %}

# {{ title | line }}
{%- endif %}
{%- if standfirst != '' %}

*{{ standfirst | line }}*
{%- endif %}
{%- if byline != '' %}

{{ byline | line }}
{%- endif %}
{%- if body != '' %}

{{ body }}
{%- endif %}
${ANNOTATIONS}`

/** Obsidian: highlights as callouts, foldable; tags in its own alphabet. */
const OBSIDIAN = `---
{{ obsidian_front_matter }}
checksum: "{{ checksum }}"
---
{%- if standfirst != '' %}

> [!abstract]
{{ standfirst | line | quote }}
{%- endif %}
{%- if body != '' %}

{{ body }}
{%- endif %}
{%- if highlights.size > 0 or orphans.size > 0 %}

## Highlights
{%- endif %}
{%- for highlight in highlights %}

> [!quote] [{{ highlight.color | capitalize }}]({{ highlight.link }}){% for tag in highlight.tags %} {{ tag | obsidian_hashtag }}{% endfor %}
{{ highlight.quote | text | quote }}
{%- if highlight.note != '' %}
>
{{ highlight.note | note | quote }}
{%- endif %}
{%- endfor %}
{%- for highlight in orphans %}

> [!warning]- [Without a place in the present text]({{ highlight.link }})
{{ highlight.quote | text | quote }}
{%- if highlight.note != '' %}
>
{{ highlight.note | note | quote }}
{%- endif %}
{%- endfor %}
{%- if notes.size > 0 %}

## Notes
{%- for note in notes %}

> [!note] [Note]({{ note.link }}){% for tag in note.tags %} {{ tag | obsidian_hashtag }}{% endfor %}
{{ note.note | note | quote }}
{%- endfor %}
{%- endif %}
`

/** Logseq: page properties, everything in blocks of an outline. */
const LOGSEQ = `title:: {{ title | line }}
{%- if authors.size > 0 %}
author:: {{ authors | join: ', ' | line }}
{%- endif %}
{%- if publication != '' %}
publication:: {{ publication | line }}
{%- endif %}
{%- if published != '' %}
published:: {{ published }}
{%- endif %}
{%- if url != '' %}
url:: {{ url }}
{%- endif %}
{%- if tags.size > 0 %}
tags:: {{ tags | join: ', ' | line }}
{%- endif %}
uid:: {{ uid }}
link:: {{ link }}
checksum:: {{ checksum }}
{%- if body != '' %}

- ## Text
  - {{ body | indent: 4 }}
{%- endif %}
{%- if highlights.size > 0 or orphans.size > 0 %}
- ## Highlights
{%- endif %}
{%- for highlight in highlights %}
  - {{ highlight.quote | text | quote | indent: 4 }}
    [{{ highlight.color | capitalize }}]({{ highlight.link }}){% for tag in highlight.tags %} {{ tag | hashtag }}{% endfor %}
{%- if highlight.note != '' %}
    - {{ highlight.note | note | indent: 6 }}
{%- endif %}
{%- endfor %}
{%- for highlight in orphans %}
  - {{ highlight.quote | text | quote | indent: 4 }}
    [Without a place in the present text]({{ highlight.link }})
{%- if highlight.note != '' %}
    - {{ highlight.note | note | indent: 6 }}
{%- endif %}
{%- endfor %}
{%- if notes.size > 0 %}
- ## Notes
{%- for note in notes %}
  - {{ note.note | note | indent: 4 }}
    [Note]({{ note.link }}){% for tag in note.tags %} {{ tag | hashtag }}{% endfor %}
{%- endfor %}
{%- endif %}
`

/** The built-in templates, by the name under which `--template` takes them. They differ in nothing but this text. */
export const DEFAULT_TEMPLATES = { plain: PLAIN, obsidian: OBSIDIAN, logseq: LOGSEQ } as const
/** Name of a built-in template. */
export type DefaultTemplateName = keyof typeof DEFAULT_TEMPLATES
