/**
 * Words of SIP meetings that many do not know. Matched as whole words in their usual forms; what each means, in plain
 * words of our own, is `words:term.<id>`, in every language. One list for all: **Granska** gives the leader a hint
 * after the meeting, never a judgment and never in the way (field.md 6); **Ordlista** explains them all; in what an
 * individual reads they can be touched. Compounds are found only where listed.
 */
interface WordForms {
  readonly id: string;
  readonly forms: RegExp;
}

const wordForms = [
  { id: 'sip', forms: /SIP(?:en|ar|arna)?|[Ss]amordnade? individuella? plan(?:en|er|erna)?/ },
  { id: 'insats', forms: /insats(?:en|er|erna)?|stödinsats(?:en|er|erna)?/ },
  { id: 'huvudman', forms: /huvudm(?:an|annen|än|ännen)/ },
  { id: 'huvudansvarig', forms: /huvudansvarig(?:a|e)?/ },
  { id: 'motesledare', forms: /ordförande(?:n|na)?|mötesledar(?:e|en|na)/ },
  { id: 'samtycke', forms: /samtyck(?:e|et|en|er|te|t|a)|samtyckesblankett(?:en)?/ },
  { id: 'sekretess', forms: /sekretess(?:en)?|tystnadsplikt(?:en)?/ },
  { id: 'kallelse', forms: /kallelse(?:n|r|rna)?/ },
  {
    id: 'uppfoljning',
    forms: /uppföljning(?:en|ar|arna)?|följ(?:a|er|s|de|t) upp|uppföljningsmöte(?:t|n)?/,
  },
  { id: 'avslut', forms: /avslut(?:et)?/ },
  { id: 'delmal', forms: /delmål(?:et|en)?/ },
  { id: 'langsiktigt', forms: /långsiktig(?:t|a)?/ },
  { id: 'narstaende', forms: /närstående/ },
  { id: 'anhorig', forms: /anhörig(?:a|as|stöd)?/ },
  { id: 'vardnadshavare', forms: /vårdnadshavar(?:e|en|na)/ },
  { id: 'ombud', forms: /ombud(?:et|en)?/ },
  { id: 'mandat', forms: /mandat(?:et)?/ },
  { id: 'inskrivning', forms: /inskrivning(?:en)?/ },
  { id: 'utskrivning', forms: /utskrivning(?:en)?|utskrivningsklar(?:a)?/ },
  { id: 'slutenvard', forms: /sluten ?vård(?:en)?/ },
  { id: 'oppenvard', forms: /öppen ?vård(?:en)?|öppenvårdsmottagning(?:en)?/ },
  { id: 'primarvard', forms: /primärvård(?:en)?/ },
  { id: 'specialistvard', forms: /specialistvård(?:en)?|specialistpsykiatri(?:n)?/ },
  { id: 'somatisk', forms: /somatisk(?:t|a)?/ },
  { id: 'psykiatri', forms: /psykiatri(?:n)?|psykiatrisk(?:t|a)?/ },
  { id: 'bup', forms: /BUP/ },
  { id: 'npf', forms: /NPF|[Nn]europsykiatrisk(?:t|a)?/ },
  { id: 'habilitering', forms: /habilitering(?:en)?/ },
  { id: 'rehabilitering', forms: /rehabilitering(?:en)?|rehab/ },
  { id: 'godman', forms: /god man|gode man(?:nen)?|gode män(?:nen)?/ },
  { id: 'forvaltare', forms: /förvaltar(?:e|en|na)/ },
  { id: 'fullmakt', forms: /fullmakt(?:en|er)?/ },
  { id: 'vardkontakt', forms: /fast(?:a)? vårdkontakt(?:en)?/ },
  { id: 'bistand', forms: /bistånd(?:et|sbedömning|sbedömningen|sbeslut)?/ },
  { id: 'behovsprovning', forms: /behovspröv(?:ning|ningen|ad|at|as)/ },
  { id: 'handlaggare', forms: /(?:bistånds)?handläggar(?:e|en|na)/ },
  { id: 'socialnamnd', forms: /(?:social)?nämnd(?:en|er|erna)?/ },
  { id: 'myndighet', forms: /myndighet(?:en|er|erna)?/ },
  { id: 'region', forms: /region(?:en|er|erna)?/ },
  { id: 'lss', forms: /LSS/ },
  { id: 'sol', forms: /SoL|[Ss]ocialtjänstlagen/ },
  { id: 'hsl', forms: /HSL/ },
  { id: 'lpt', forms: /LPT|[Tt]vångsvård(?:en)?/ },
  { id: 'lvu', forms: /LVU/ },
  { id: 'lvm', forms: /LVM/ },
  { id: 'remiss', forms: /remiss(?:en|er)?|remitter(?:a|as|ar|ad)/ },
  { id: 'boendestod', forms: /boendestöd(?:et|jare|jaren)?/ },
  { id: 'assistans', forms: /personlig assistans|assistent(?:en|er)?/ },
  { id: 'ledsagning', forms: /ledsagning(?:en)?|ledsagar(?:e|en|service)/ },
  { id: 'avlosning', forms: /avlösning(?:en)?|avlösarservice|avlastning(?:en)?/ },
  { id: 'korttids', forms: /korttids(?:boende|vistelse|plats|boendet)?/ },
  { id: 'sarskiltboende', forms: /särskil(?:t|da) boende(?:t|n)?/ },
  { id: 'hvb', forms: /HVB/ },
  { id: 'familjehem', forms: /familjehem(?:met|men)?/ },
  { id: 'placering', forms: /placering(?:en|ar)?|placera(?:s|d)/ },
  { id: 'umgange', forms: /umgänge(?:t)?|umgängesstöd(?:et)?/ },
  { id: 'kontaktperson', forms: /kontaktperson(?:en|er)?/ },
  { id: 'kontaktfamilj', forms: /kontaktfamilj(?:en|er)?/ },
  { id: 'dagligverksamhet', forms: /daglig(?:a)? verksamhet(?:en|er)?/ },
  { id: 'genomforandeplan', forms: /genomförandeplan(?:en|er)?/ },
  { id: 'vardplan', forms: /vårdplan(?:en|er)?|omvårdnadsplan(?:en)?/ },
  { id: 'omvardnad', forms: /omvårdnad(?:en)?/ },
  { id: 'utredning', forms: /utredning(?:en|ar)?|utred(?:a|as|er)/ },
  { id: 'bedomning', forms: /bedömning(?:en|ar)?|behovsbedömning(?:en)?/ },
  { id: 'kartlaggning', forms: /kartläggning(?:en)?|kartlägg(?:a|er|as)/ },
  { id: 'diagnos', forms: /diagnos(?:en|er)?/ },
  { id: 'prognos', forms: /prognos(?:en)?/ },
  { id: 'demens', forms: /demens(?:en)?|demenssjukdom(?:en|ar)?/ },
  { id: 'psykos', forms: /psykos(?:en|er)?|psykossjukdom(?:en|ar)?/ },
  { id: 'trauma', forms: /trauma(?:t|n|tisk|tiskt|tiska)?/ },
  { id: 'kognitiv', forms: /kognitiv(?:t|a)?/ },
  { id: 'lakemedelsgenomgang', forms: /läkemedelsgenomgång(?:en|ar)?/ },
  { id: 'medicinering', forms: /mediciner(?:ing|ingen|as)/ },
  { id: 'dosett', forms: /dosett(?:en|er)?/ },
  { id: 'ordination', forms: /ordination(?:en|er)?|ordiner(?:a|as|ar|ad|at)/ },
  { id: 'forskrivning', forms: /förskriv(?:ning|ningen|a|as|er|en|et|na)/ },
  { id: 'delegering', forms: /deleger(?:a|as|ad|ing|ingen)/ },
  { id: 'egenvard', forms: /egenvård(?:en)?/ },
  { id: 'hemsjukvard', forms: /hemsjukvård(?:en)?/ },
  { id: 'hemtjanst', forms: /hemtjänst(?:en)?/ },
  { id: 'palliativ', forms: /palliativ(?:t|a)?/ },
  { id: 'munhalsa', forms: /munhälsa(?:n)?|munhälsobedömning(?:en)?/ },
  { id: 'funktionsnedsattning', forms: /funktionsnedsättning(?:en|ar)?|funktionshinder/ },
  { id: 'samsjuklighet', forms: /samsjuklighet(?:en)?/ },
  { id: 'missbruk', forms: /missbruk(?:et)?|skadligt bruk/ },
  { id: 'aterfall', forms: /återfall(?:et|en)?/ },
  { id: 'abstinens', forms: /abstinens(?:en)?/ },
  { id: 'suicid', forms: /suicid(?:al|alt|ala|nära|risk|risken|försök)?|självmordsnära/ },
  { id: 'sysselsattning', forms: /sysselsättning(?:en)?/ },
  { id: 'forsorjningsstod', forms: /försörjningsstöd(?:et)?|ekonomiskt bistånd/ },
  { id: 'sjukersattning', forms: /sjukersättning(?:en)?|aktivitetsersättning(?:en)?/ },
  { id: 'sjukskrivning', forms: /sjukskriv(?:ning|ningen|en|na)/ },
  { id: 'arbetstraning', forms: /arbetsträning(?:en)?|arbetsförmåga(?:n)?/ },
  { id: 'elevhalsa', forms: /elevhälsa(?:n)?/ },
  { id: 'atgardsprogram', forms: /åtgärdsprogram(?:met|men)?/ },
  { id: 'kurator', forms: /kurator(?:n|er|erna)?/ },
  { id: 'logoped', forms: /logoped(?:en|er)?/ },
  { id: 'arbetsterapeut', forms: /arbetsterapeut(?:en|er)?/ },
  { id: 'fysioterapeut', forms: /fysioterapeut(?:en|er)?|sjukgymnast(?:en)?/ },
  { id: 'orosanmalan', forms: /orosanmälan/ },
  { id: 'samverkan', forms: /samverk(?:an|a|ar)/ },
  { id: 'samordning', forms: /samordn(?:ing|ingen|a|ar|are|aren|as)/ },
  { id: 'delaktighet', forms: /delaktig(?:het|heten|t|a)?/ },
  { id: 'integritet', forms: /integritet(?:en)?/ },
  { id: 'journal', forms: /journal(?:en|er|erna|föra|förs)?/ },
  { id: 'akt', forms: /akt(?:en|er)?/ },
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
  { id: 'resurs', forms: /resurs(?:en|er|erna)?/ },
  { id: 'natverk', forms: /nätverk(?:et|en)?|nätverkskarta(?:n)?/ },
  { id: 'forebyggande', forms: /förebygg(?:a|er|s|ande)/ },
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

/** Every place, in the order they stand. Where two share letters it is the longer: **god man**, and not **man**. */
export const findHardWords = (text: string): readonly HardWord[] => {
  const found: HardWord[] = [];
  const longestFirst = patterns
    .flatMap(({ id, pattern }) =>
      [...text.matchAll(pattern)].map(
        ({ 0: written, index }): HardWord => ({ id, written, index }),
      ),
    )
    .sort((a, b) => b.written.length - a.written.length || a.index - b.index);
  for (const word of longestFirst) {
    if (found.every((kept) => endOf(kept) <= word.index || endOf(word) <= kept.index)) {
      found.push(word);
    }
  }
  return found.sort((a, b) => a.index - b.index);
};

const endOf = ({ written, index }: HardWord): number => index + written.length;

/** Letters and figures as Swedish writes them; a class by name costs a hundred times more to compile. */
const letter = '[0-9A-Za-zÀ-ÖØ-öø-ÿ]';

/** Abbreviations are told from words by their capitals: **SoL**, but not *sol*. */
const patterns = wordForms.map(({ id, forms }) => ({
  id,
  pattern: new RegExp(
    `(?<!${letter})(?:${forms.source})s?(?!${letter})`,
    /[A-ZÅÄÖ]{2}|SoL/.test(forms.source) ? 'g' : 'gi',
  ),
}));
