/**
 * Words that staff use and that many do not know. Matched as whole words in their usual forms; the explanation of
 * each, in our own easy words, is a text: `plan:words.<id>.plain`. A hint for those who write, after the meeting and
 * under **Granska**, never a judgment and never in the way (field.md 6). Compounds are found only where listed.
 */
interface WordForms {
  readonly id: string;
  readonly forms: RegExp;
}

const wordForms = [
  { id: 'insats', forms: /insats(?:en|er|erna)?|stödinsats(?:en|er|erna)?/ },
  { id: 'huvudman', forms: /huvudm(?:an|annen|än|ännen)/ },
  { id: 'huvudansvarig', forms: /huvudansvarig(?:a|e)?/ },
  { id: 'samtycke', forms: /samtyck(?:e|et|en|er|te)/ },
  { id: 'sekretess', forms: /sekretess(?:en)?|tystnadsplikt(?:en)?/ },
  { id: 'kallelse', forms: /kallelse(?:n|r|rna)?/ },
  { id: 'uppfoljning', forms: /uppföljning(?:en|ar|arna)?|följa upp|följs upp/ },
  { id: 'delmal', forms: /delmål(?:et|en)?/ },
  { id: 'langsiktigt', forms: /långsiktig(?:t|a)?/ },
  { id: 'narstaende', forms: /närstående/ },
  { id: 'anhorig', forms: /anhörig(?:a|as|stöd)?/ },
  { id: 'vardnadshavare', forms: /vårdnadshavar(?:e|en|na)/ },
  { id: 'utskrivning', forms: /utskrivning(?:en)?|utskrivningsklar(?:a)?/ },
  { id: 'slutenvard', forms: /sluten ?vård(?:en)?/ },
  { id: 'oppenvard', forms: /öppen ?vård(?:en)?/ },
  { id: 'primarvard', forms: /primärvård(?:en)?/ },
  { id: 'specialistvard', forms: /specialistvård(?:en)?|specialistpsykiatri(?:n)?/ },
  { id: 'somatisk', forms: /somatisk(?:t|a)?/ },
  { id: 'psykiatri', forms: /psykiatri(?:n)?|psykiatrisk(?:t|a)?/ },
  { id: 'bup', forms: /BUP/ },
  { id: 'habilitering', forms: /habilitering(?:en)?/ },
  { id: 'rehabilitering', forms: /rehabilitering(?:en)?|rehab/ },
  { id: 'godman', forms: /god man|gode man(?:nen)?|gode män(?:nen)?/ },
  { id: 'forvaltare', forms: /förvaltar(?:e|en|na)/ },
  { id: 'fullmakt', forms: /fullmakt(?:en|er)?/ },
  { id: 'vardkontakt', forms: /fast(?:a)? vårdkontakt(?:en)?/ },
  { id: 'bistand', forms: /bistånd(?:et|sbedömning|sbedömningen|sbeslut)?/ },
  { id: 'handlaggare', forms: /(?:bistånds)?handläggar(?:e|en|na)/ },
  { id: 'lss', forms: /LSS/ },
  { id: 'sol', forms: /SoL|[Ss]ocialtjänstlagen/ },
  { id: 'hsl', forms: /HSL/ },
  { id: 'lpt', forms: /LPT|[Tt]vångsvård(?:en)?/ },
  { id: 'lvu', forms: /LVU/ },
  { id: 'remiss', forms: /remiss(?:en|er)?|remitter(?:a|as|ar|ad)/ },
  { id: 'boendestod', forms: /boendestöd(?:et|jare|jaren)?/ },
  { id: 'assistans', forms: /personlig assistans|assistent(?:en|er)?/ },
  { id: 'ledsagning', forms: /ledsagning(?:en)?|ledsagar(?:e|en|service)/ },
  { id: 'avlosning', forms: /avlösning(?:en)?|avlösarservice|avlastning(?:en)?/ },
  { id: 'korttids', forms: /korttids(?:boende|vistelse|plats|boendet)?/ },
  { id: 'kontaktperson', forms: /kontaktperson(?:en|er)?/ },
  { id: 'kontaktfamilj', forms: /kontaktfamilj(?:en|er)?/ },
  { id: 'genomforandeplan', forms: /genomförandeplan(?:en|er)?/ },
  { id: 'vardplan', forms: /vårdplan(?:en|er)?|omvårdnadsplan(?:en)?/ },
  { id: 'utredning', forms: /utredning(?:en|ar)?|utred(?:a|as|er)/ },
  { id: 'bedomning', forms: /bedömning(?:en|ar)?|behovsbedömning(?:en)?/ },
  { id: 'kartlaggning', forms: /kartläggning(?:en)?|kartlägg(?:a|er|as)/ },
  { id: 'diagnos', forms: /diagnos(?:en|er)?/ },
  { id: 'prognos', forms: /prognos(?:en)?/ },
  { id: 'lakemedelsgenomgang', forms: /läkemedelsgenomgång(?:en|ar)?/ },
  { id: 'medicinering', forms: /mediciner(?:ing|ingen|as)/ },
  { id: 'ordination', forms: /ordination(?:en|er)?|ordiner(?:a|as|ar|ad|at)/ },
  { id: 'delegering', forms: /deleger(?:a|as|ad|ing|ingen)/ },
  { id: 'egenvard', forms: /egenvård(?:en)?/ },
  { id: 'hemsjukvard', forms: /hemsjukvård(?:en)?/ },
  { id: 'hemtjanst', forms: /hemtjänst(?:en)?/ },
  { id: 'funktionsnedsattning', forms: /funktionsnedsättning(?:en|ar)?|funktionshinder/ },
  { id: 'samsjuklighet', forms: /samsjuklighet(?:en)?/ },
  { id: 'missbruk', forms: /missbruk(?:et)?|skadligt bruk/ },
  { id: 'abstinens', forms: /abstinens(?:en)?/ },
  { id: 'suicid', forms: /suicid(?:al|alt|ala|nära|risk|risken|försök)?|självmordsnära/ },
  { id: 'sysselsattning', forms: /sysselsättning(?:en)?/ },
  { id: 'forsorjningsstod', forms: /försörjningsstöd(?:et)?|ekonomiskt bistånd/ },
  { id: 'sjukersattning', forms: /sjukersättning(?:en)?|aktivitetsersättning(?:en)?/ },
  { id: 'sjukskrivning', forms: /sjukskriv(?:ning|ningen|en|na)/ },
  { id: 'arbetstraning', forms: /arbetsträning(?:en)?|arbetsförmåga(?:n)?/ },
  { id: 'elevhalsa', forms: /elevhälsa(?:n)?/ },
  { id: 'kurator', forms: /kurator(?:n|er|erna)?/ },
  { id: 'logoped', forms: /logoped(?:en|er)?/ },
  { id: 'arbetsterapeut', forms: /arbetsterapeut(?:en|er)?/ },
  { id: 'fysioterapeut', forms: /fysioterapeut(?:en|er)?|sjukgymnast(?:en)?/ },
  { id: 'orosanmalan', forms: /orosanmälan/ },
  { id: 'samverkan', forms: /samverk(?:an|a|ar)/ },
  { id: 'samordning', forms: /samordn(?:ing|ingen|a|ar|are|aren|as)/ },
  { id: 'delaktighet', forms: /delaktig(?:het|heten|t|a)?/ },
  { id: 'journal', forms: /journal(?:en|er|erna|föra|förs)?/ },
  { id: 'akt', forms: /akt(?:en|er)/ },
  { id: 'dokumentation', forms: /dokument(?:ation|ationen|era|eras|erar)/ },
  { id: 'verkstallighet', forms: /verkställ(?:a|as|er|ighet|igheten)/ },
  { id: 'beviljad', forms: /bevilj(?:ad|at|ade|as|a|ar)/ },
  { id: 'avslag', forms: /avslag(?:et)?|avslå(?:s|r)?/ },
  { id: 'overklaga', forms: /överklag(?:a|ar|as|an|ande)/ },
  { id: 'kontinuitet', forms: /kontinuitet(?:en)?|kontinuerlig(?:t|a)?/ },
  { id: 'foljsamhet', forms: /följsamhet(?:en)?|compliance|adherens/ },
  { id: 'avvikelse', forms: /avvikelse(?:n|r|rna)?/ },
  { id: 'adl', forms: /ADL/ },
  { id: 'hjalpmedel', forms: /hjälpmed(?:el|let|len)/ },
  { id: 'nutrition', forms: /nutrition(?:en)?|malnutrition/ },
  { id: 'mobilisering', forms: /mobiliser(?:ing|ingen|a|as)/ },
  { id: 'motivera', forms: /motiver(?:a|as|ande)|motivationshöjande/ },
  { id: 'adekvat', forms: /adekvat(?:a)?|relevant(?:a)?/ },
  { id: 'initiera', forms: /initier(?:a|as|ar|at)/ },
  { id: 'intervention', forms: /intervention(?:en|er)?/ },
  { id: 'aterkoppling', forms: /återkoppl(?:ing|ingen|a|ar|as)/ },
  { id: 'tillganglighet', forms: /tillgänglighet(?:en)?/ },
] as const satisfies readonly WordForms[];

export type HardWordId = (typeof wordForms)[number]['id'];

export interface HardWord {
  readonly id: HardWordId;
  /** As it is written in the text. */
  readonly written: string;
  readonly index: number;
}

export const hardWordIds: readonly HardWordId[] = wordForms.map(({ id }) => id);

/** In the order they stand; each word once, where it stands first. */
export const findHardWords = (text: string): readonly HardWord[] =>
  patterns
    .flatMap(({ id, pattern }): readonly HardWord[] => {
      const match = pattern.exec(text);
      return match === null ? [] : [{ id, written: match[0], index: match.index }];
    })
    .sort((a, b) => a.index - b.index);

/** Letters and figures as Swedish writes them; a class by name costs a hundred times more to compile. */
const letter = '[0-9A-Za-zÀ-ÖØ-öø-ÿ]';

/** Abbreviations are told from words by their capitals: **SoL**, but not *sol*. */
const patterns = wordForms.map(({ id, forms }) => ({
  id,
  pattern: new RegExp(
    `(?<!${letter})(?:${forms.source})s?(?!${letter})`,
    /[A-ZÅÄÖ]{2}|SoL/.test(forms.source) ? '' : 'i',
  ),
}));
