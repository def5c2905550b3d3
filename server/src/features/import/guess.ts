import type { Skill } from '../../core/access/skill.ts';
import type { ImportField, ImportStatus } from './import-kinds.ts';

/*
 * What names mean that people gave to lists, labels and columns, in the languages of boards we have seen. A guess is shown
 * before anything is made, and can be changed.
 */

/** Lower case without marks and signs, so that “¡HECHO!” is “hecho”. */
export const plainName = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const OVER =
  /\b(done|complete|completed|finished|closed|archived?|published|hech[oa]s?|terminad[oa]s?|completad[oa]s?|finalizad[oa]s?|cerrad[oa]s?|listo|publicad[oa]s?|feito|concluid[oa]s?|fait|termine|erledigt|fertig|cancell?ed|cancelad[oa]s?|descartad[oa]s?|rejected|rechazad[oa]s?|wont do|not needed)\b/;

/** What cards of a list become where nobody chose: finished work is no work, and the rest waits for the local's look. */
export const statusOfList = (name: string): ImportStatus =>
  OVER.test(plainName(name)) ? 'LEAVE_OUT' : 'DRAFT';

const SKILLS: readonly (readonly [Skill, RegExp])[] = [
  ['ONLINE_ADVERTISING', /\b(ads?|advert\w*|anuncios?|publicidad|paid)\b/],
  ['SOCIAL_MEDIA', /\b(social|redes|twitter|facebook|instagram|tiktok|posts?|rrss)\b/],
  ['GRAPHIC_DESIGN', /\b(design\w*|diseno\w*|graphics?|grafic[oa]s?|logo|poster|cartel\w*|flyer|volante)\b/],
  ['ONLINE_VIDEO', /\b(videos?|film\w*|clip|edicion de video)\b/],
  ['WEB_DEVELOPMENT', /\b(web|website|site|sitio|pagina|html|code|dev|developer|programacion)\b/],
  ['TRAINING', /\b(training|workshops?|taller(es)?|capacitacion|formacion)\b/],
  ['WRITING', /\b(writ\w*|text\w*|copy|redaccion|escrib\w*|escritura|press|prensa|article|articulo)\b/],
  ['STRATEGY', /\b(strateg\w*|estrategia|plan\w*|research|investigacion)\b/],
];

/** The skill that a label or cell names; null where it names none. */
export function skillNamed(name: string): Skill | null {
  const plain = plainName(name);
  const exact = SKILLS.find(([skill]) => plain === plainName(skill.replaceAll('_', ' ')));
  return (exact ?? SKILLS.find(([, words]) => words.test(plain)))?.[0] ?? null;
}

const COLUMNS: Readonly<Record<string, ImportField>> = Object.fromEntries(
  (
    [
      [
        'TITLE',
        'title,name,task,task name,card name,summary,subject,titulo,nombre,tarea,asunto,tarjeta,titel,titre',
      ],
      ['DELIVERABLE', 'deliverable,description,desc,card description,details,notes,body'],
      ['DELIVERABLE', 'entregable,descripcion,detalles,resultado,notas'],
      [
        'LIST',
        'list,list name,status,state,column,section,section column,stage,lista,estado,columna,etapa,seccion',
      ],
      ['LABELS', 'labels,label,tags,tag,category,etiquetas,etiqueta,categoria'],
      ['SKILL', 'skill,skills,craft,habilidad,oficio'],
      ['HOURS', 'hours,estimate,estimated hours,horas,estimacion,horas estimadas'],
      ['PHASE', 'phase,fase'],
      ['SENSITIVITY', 'sensitivity,sensibilidad'],
      [
        'DUE',
        'due,dueat,due date,due by,deadline,date,fecha,vence,vencimiento,fecha limite,fecha de entrega,plazo',
      ],
      ['FINISHED', 'finished,finishedat,completed,completed at,done,hecho,terminado,completado'],
      ['PEOPLE', 'members,member,assignee,assigned to,owner,miembros,responsable,asignado a,persona'],
      ['LOCAL_SUPPLIES', 'localsupplies,local supplies,lo que da el local'],
      ['OUT_OF_SCOPE', 'outofscope,out of scope,fuera de alcance'],
      ['CAUTION', 'caution,precaucion'],
      ['LANGUAGE', 'language,idioma'],
      ['CHECKLIST', 'checklist,steps,subtasks,pasos,subtareas,lista de pasos'],
      ['LINKS', 'links,link,url,urls,enlaces,enlace'],
      ['NOTE', 'comment,comments,comentario,comentarios'],
    ] as const
  ).flatMap(([field, names]) => names.split(',').map((name): [string, ImportField] => [name, field])),
);

/** What a column holds, by its name; null for one that says nothing to us. */
export function fieldOfColumn(name: string): ImportField | null {
  const plain = plainName(name);
  return Object.hasOwn(COLUMNS, plain) ? COLUMNS[plain]! : null;
}
