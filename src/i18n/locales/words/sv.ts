/**
 * 2785 everyday Swedish words of four to eight letters, picked by hand for this program: plain, decent, easy to spell,
 * none another's inflection. Four of them, drawn by chance, are at least 44 bits.
 */
const text = `
abborre adress advent affisch afton agenda akvarell album alfabet alster altan alvar amboss
ananas anbud anda andakt andel anemon angel anhalt anis ankare ankel ankomst anlag annons anorak
ansats ansikte anslag ansökan antal anteckna antenn apelsin apotek applåd aprikos april aptit
arbete arena arkiv armband armbåge aroma artikel artist arvode asfalt aska askkopp aspekt atlas
atlet atom augusti aula avbrott avdrag aveny avfärd avgift avlopp avsats avsikt avspark avstånd
avtal avtryck backe bacon badboll badhus badkar badrock bagage bagare bageri bagge bakelse
bakgata bakgrund bakhjul baklucka bakom baksida bakteri baldakin balett balja balkong ballad
ballong balsal balsam bambu banan band bandage bandy banjo bank bankett barfota bark barlast
barnbok barndom barnvagn baron barr barrskog baryton basar basker bastu basun batteri beckasin
bedrift begrepp behag behov beige bekant bekväm belopp bensin berg berätta beröm besked beslut
bestick besvär besök betong betyg bevara bevis bild bildram biljett bilkö billykta bilväg bindel
bingo biograf biologi björk björn björnbär blad blankett blick blinka blixt block blommig
blomster blues blus blyerts blygsam blåbär blåklint blåmes blåsig blåsippa blåst blåval bläck
bläddra bofink bokhylla boklig boklåda bokmal bokskog bokstav boll bollplan bolster bomull
bondgård bonus bord bordduk borgen borr borste bostad botanik botten bottna bowling boxning
brandbil brandgul brant brasa bredd bredvid brev brevduva brevlåda bricka bris broder brokig
brons bror brosch broschyr brud brudgum brunn brus bryggare bryn brådska bråte bräda bränna bröd
brödkorg bröllop bubbla budget buga bukett bulle bullrig bult burk buske bussig butik bygel
bygga byggnad byrå byst bystad byta byxa bågskytt båtplats båtresa bäck bädd bägare bälte bänk
bära bärga bärnsten bärplan bäst bäver böjlig böna börja börs bössa camping cello cement center
ceremoni charm chef choklad cirkel cirkus cistern citron citrus civil clown curry cykel cyklist
cylinder cymbal dagbok dagg daglig dagsljus dagsverk dalgång dalia dammig dansare dansgolv dator
datum debatt debut december deckare dekal dekor delad delfin delning depå dessert detalj diadem
dialekt dialog diamant diesel diet diktare dilemma dill dimmig dinosaur diplom direkt dirigent
diska diskho display distans distrikt docka doft doftande doktor dollar domare domstol domän
donation dopp dosa dotter dragspel drake drama dressing dricka drivhus droppe druva dryck dräkt
dröja dröm drömma dubbel duell duett duktig dunder dunge dunjacka durkslag dusch duva dygd dygn
dykare dyna dynamo dyning dyrbar dyrgrip däck dämpa dörr effekt egen egendom ekare eken ekollon
ekonomi ekorre ekvator elastisk eldstad elefant elegant element eleven elfte elva emalj energi
engagera enighet enkät ensam episod ersätta etapp etikett euro europa evighet examen exempel
expert express extra fabel fabrik fader fager fajans faktum faktura falsett familj famn fanfar
fantasi farled fart fartyg fasad fasan fastlag fastland favorit februari femte femton fena
festival festlig fiber ficka figur fikon filial filmare filosof filter finger fingra finlir fiol
firma fiskare fiskebåt fiskmås fjord fjun fjäder fjäll fjällräv fjärde fjäril fjärran flagga
flamingo flanell flaska flicka flinta flod flodhäst flora flotte flygare flygel flyghöjd
flygplan flyta flyttbil flytväst fläck fläder fläkta fläta flöjt flöjtist foder folkdans folklig
fontän form formel fors forskare fotboll foto fotograf fotspår frakt fralla framgång framtid
fras fred fredag fregatt frihet friluft frimärke frisk frisör frodig frostig frukost frukt frysa
fråga fräsch frödinge fröjd fuktig full fundera funktion furste furu fyllig fynd fyra fyrbåk
fyrkant fyrtio fyrtorn fysik fågel fågelbo fålla fåra fårskinn fåtal fåtölj fäbod fägring fält
fälttåg fänkål färdig färg färgglad färja fästning föda född födelse fönster förband fördel
förening förhand förlag förmåga förnya förr förråd förskola förslag först förstå försök förtur
förälder gaffel galax galen galler galleri galopp gamman ganska garage garanti garn garnityr
gasell gata gatlykta gatsten gavel gedigen gemensam geni genom geografi geologi gest getabock
getter gips giraff girland gissa gitarr givmild glaciär glad glans glasbit glass glasyr glasögon
glimma glimt glitter global glosa glädja glädje glänsa glänta glöd glögg glömsk gnejs gnista
gnola godis golf golfbana golv golvur gondol gosedjur gospel graciös grafik granbarr granit
grannar granne granris gratis gravyr green gren grensle grepe grevinna grind groda gropig grotta
grov grunda grupp grus grusväg gruva gryning gryta gråsparv grädde gränd gräns gräs grävling
gröda grön grönsak grönska gröt guava guide guldfisk guldring gullviva gummi gunga gungstol
gurka gyckel gyllene gymnast gynna gång gångbro gångjärn gård gårdag gåta gåva gädda gäspa gäst
gästfri gästrum gömma göra gördel götisk hagel hagtorn haka hall hallon halsband halsduk
halvmåne halvö hambo hammare hamn hamnstad hampa handbok handboll handduk handel handlare
handske handtag hangar hanne hantera hantverk harmoni harpa harts hastig hatt havre havskust
havsvik heder hedra hejda hektar helg helgdag helhet hemby hemlig hemma hemresa hemstad hemväg
herde heroisk hertig himla himmel hinder hingst hinna hissa historia hitta hjord hjort hjortron
hjul hjulspår hjälm hjälp hjälpsam hjälte hjärtlig hjässa hobby hockey hoppas hoppfull hopprep
horisont hormon hotell humla humle hummer humor hundra hundvalp hurtig husbil husdjur husgeråd
husse husvagn huvud hyacint hybrid hydda hygglig hylla hylsa hymn hypotes hyra hytt hyvel håll
hållbar hållning hårband hård hägg hägring hälft hälsning händelse händig hängare hänglås hänsyn
härlig häst hästsko höbal höger högskola högtid högtryck höja höjdare hölster höra hörlur hörna
hörsal höskulle höst höstlöv hötapp hövding hövlig ideal idegran idol idrott idyll idyllisk
igelkott igloo igång ihop ikon impuls individ industri ingefära ingång inköp inland inom inre
inrikes insida insikt inskrift intryck inträde intyg invit invånare isande isberg isbit isbjörn
isglass ishall ishav ishockey iskall istapp isvak jacka jackett jade jaguar jakt jalusi januari
jasmin javisst jazz jeans jobba jogga jolle jonglera jord jordklot jordnöt journal jubel
jubileum jubla julafton julbock julgran juli julkort jullov julros jultomte jumbo jumper jungfru
juni jurist just justera juvel jycke jägare jämför jämn jämvikt järn järnväg järv jäst jätte
jättelik kabel kabin kabinett kaffe kaja kajak kajplats kajuta kakao kakel kakelugn kaktus kalas
kalender kalk kalkyl kalv kamel kamera kamin kamomill kamrat kanal kanalbåt kanel kanin kanna
kanon kanot kantig kantor kapell kapitel kappa kapsyl karakter karamell karavan karneval kaross
karott karp karpdamm karriär karta kartbok kartong karusell kaskad kassett kassör kastanj
kastrull katalog katedral katt kattunge kavaj kavel kavring kedja kela kelgris kemi kemist
keramik kikare kikärta kilo kimono kind kiosk kista kitt kittel kittla kivi klack klamra klang
klappa klar klarblå klase klass klaver klematis klemma klenod klicka klient klimat klippa klippö
kliva klocka klockrem klok klokhet kloster klot klubba klunga klut klyka klåda klädsel klänga
klänning klätt klättra klöver knacka knagg knapp knappnål knastra knepig knippa knipsa knock
knop knopp knorr knut knyta knåda knäböja knäck knäppa knäskydd kobbe kobolt kobra kofta kokbok
kokos kokosnöt kolla kollega kolonn koltrast komet komisk kommod kommun kompass kompis komplett
kompott koncis konfekt konsert konsol konst konstnär konstsim kontakt kontor kontrast kopia
koppar koppel koral kork korn korp korridor korsett korsord korsväg kortlek kortspel kosmos
kostym krabba kraft kramas kran kransar krater kreativ kredit kring kringla krita krocket krokig
krokodil krokus krona kropp kruka krukväxt krusbär kryddig krypin kryssa kråka kräfta krämare
krön kröning kubisk kudde kugge kugghjul kuling kuliss kulram kultur kunglig kunskap kurs kurva
kusin kuska kust kustväg kuvert kvadrat kvalitet kvark kvarn kvarter kvinna kvintett kvist
kvitto kvittra kväll kylig kylskåp kyrka kyrktorn kyssa kålrot kåsör källare kämpa känd känga
känguru känna känslig käpphäst kärl kärlek kärna kärra kärv köksbord köpa köpman körbana körfält
körsbär körsång kött labyrint lada laddare ladugård lagbok lager lagom laguna lakan lakrits
lamell lampa landa landgång landskap landsväg lantbruk lantgård lantlig lasagne lastbil lathund
lava lavendel laxrosa ledare ledig ledning ledstång lega legend lekfull lekplats leksak lektion
lektor lemonad leopard lerkruka lexikon libell lila lilja limpa lind lindorm lingon linjal linje
linne lins listig liter livboj livfull livlig livväst ljud ljudbok ljum ljung ljus ljusblå
ljusgrå ljusna ljusning ljuvlig locka lodjur loft logga logik logisk lokal loppis lott lotteri
lotus lovlig lucia lucka luftig lugna lummig lunch lund lupin lutfisk lyckad lycklig lydnad
lyfta lyftkran lykta lyra lyrik lyrisk lysande lyssnare lyster låda låga lång långbord långfärd
långsam låta låtsas läcker läder lägenhet läger lägereld läkare lärare lärka lärling lärorik
läsare läsebok läsesal läska lätt lättläst lättsam löfte löning lönn löpare lördag lösning
lövskog lövträd lövverk madrass magasin magi magisk magister magnet magnifik magnolia majbrasa
majs majskolv majstång makaron makrill maler malm malva mammut mandarin mandel mandolin mango
manlig mantel mapp maraton markis marknad marmelad marmor marsch marsipan marsvin marulk maräng
maskin maskot maskros massage mast materia matlåda matros matsal matsedel matta mattgolv
matvaror maximal medalj medicin medlem medveten mejeri mejsel melodi melon menad meny metall
meteor metod metro metspö middag midja midnatt mignon mikro mild miljon miljö mimik mineral
mingel miniatyr minister minnas minne minst minut mitt mittfält mjuk mjöl mjölk mjölnare mobil
mocka modell modern modig mognad moln molnfri molntuss monter montör monument moped mopp morgon
morot morrhår mosaik mossig moster motell motion motiv motor motorväg motspel motvikt muffin
mugg mullbär mullvad mungiga munk munsbit munspel munter murare murgröna mursten museum musikal
musiker muskel muskot mussla mustig mygga myggnät mylla mynta myra myrstack mysig myskväll
målarduk målare måleri måltid målvakt månad måndag månsken måste måsunge mått måttband mäklare
mäktig mängd människa märg märka märke mässing mästare mätare mätt möbel möblera möda möjlig
mönster mönstrad mössa mötas möte namn narciss natt nattug naturlig navigera nebulosa nedre
nedåt nektar neon netto neutral nicka nisch nittio nitton njuta nobel nomad nordlig norrsken
nota notarie notblad notis notställ novell november nummer nyckel nyfiken nyhet nyklippt nymåne
nypon nyponros nyttig nyår nådig nålsöga näbb näckros nämna nämnd närhet näring närvaro näsa
näsduk nästan nödhjälp nöjd nöje nötkärna nötskal nötväcka oboe ocean odlare offert ojämn oktav
oktober oliv olivolja olja olympisk omdöme omgång område omslag omsorg omtanke omtyckt omväg
onsdag opal opera operett optik optimist orange ordbok orden ordlek ordna ordning ordspråk
oregano organ orgel original orkester ormbunke osthyvel ostkaka ostron otrolig ovanlig ovansida
oväder oxeltand packning paddel paddla pagod paket paketera palats palett palm palmlund panda
panel pannkaka panorama panter papegoja pappbåt papper paprika parad paradis parasoll parfym
park parkbänk parkera parmesan parsell part partitur partner passare passion pasta pastej
pastell pastill patent patina pedagog pedal pejla pelare pelargon pelikan pendel pengar penna
pensel pension peppar perfekt pergola period perrong persika persilja person pianist piano
picknick pigg piggsvin pilbåge pilgrim pilot pimpla pincett pingis pingst pingvin pinne pinnstol
pionjär pionros pipa pirat piruett pistasch pizza pjäs plagg plakat plan planet planka planta
plantera plaska plast platan plats platt plex plocka plomb plommon plump plym plysch plåster
plåt pläd plädera plöja pocket podium poesi poet poetisk pojke pokal polare polera polka pollen
pomerans pommes ponny pool popcorn poppel porla porslin portal portfölj portion porträtt
position positiv postkort postlåda potatis praktisk prata premiär present prickig prima primula
prins prisma privat problem procent produkt profil program projekt promenad proper prosa prova
proviant pruta präst pröva psalm publik pudding pudel puder pumpa punkt purjolök purpur pussel
pusta puttra pynta pyramid pyssel pyssla pyton påfågel påminna påse påsk påskägg påslakan påstå
pärla pärlband pärm päron rabarber rabatt racket radar radie radio rakett ramla randig ransel
rapphöna rapport raps raring raritet rastlös reagera real redskap referens reflex refräng regel
regera region regissör register regnbåge regnig regnrock reklam rekord rektor relation relief
remsa rengöra renhet rensa replik reptil resebok resenär reserv residens reslig respekt resultat
resväska retro revben revir revy ribba ridbana riddare ridhäst ridsadel ridå riklig riksdag
riktig riktning rimfrost rimlig rimma ringa ringmur ripa ripbuske risgröt riskfri ritare
ritblock ritning ritt ritual riviera robot robust rock rockad rodd roddbåt roder rodna rokoko
rolig roll rollspel roman romb ropa rosa rosett rosmarin rosta rostfri rotad rotera rotfrukt
rotting rulle rumba runda rundtur runsten russin rustik rustning rutig rutin ryggstöd ryggsäck
rykte rymd rymdfärd rymlig rytm rytmisk rådhus rågbröd rågåker råka råsaft räcka räcke rädda
rädisa räfsa räkna räls ränna rännil ränta rätt rättvis rävlya rödbeta rödhake röding rödlök
rönn rönnbär rörlig rösta sadel safari saffran safir saft saga sagobok sagolik sakna sakta
salami salda saldo sallad salong salt saltkar salut salvia samba samlare samling sammet samråd
samtal samvete sandal sandig sanera sanning sardin satellit savann saxofon scen schack schema
schlager sebra sedan sedel segel segelbåt seglare seglats segra sektion sekund semester semla
senap senare senast senior serenad serie servera servett service siden sidfläsk signal siktig
silke sill silver simhall simmare singel sirap sitta sjal sjunde sjunga sjutton själfull sjöbod
sjöfågel sjögräs sjöman sjösten sjöväg skafferi skald skapa skapelse skara skatt skeppare
skidspår skidtur skiffer skikt skildra skimmer skimra skiner skinn skissa skiva skjorta skjutsa
skogig skogsväg skolgård skollov skonsam skorsten skosnöre skoter skratt skrivare skrivbok
skrovlig skruva skrymsle skuggig skulptur skulptör skutta skydda skyffel skylt skymning skåla
skänka skärgård skärm sköld skölja skön skönhet skönsång skörda sköta skötsam sladd slalom
slanga slott slussa sluta slutsats släde släkt släkting slätt slätvar slöja slöjd slösa smaka
smakrik smaragd smart smattra smed smedja smidig smila smoking smula smultron smycke småkaka
småland småprat smälta smärt smör smörgås snacka snart snickare snickra snida snigel snille
snits snorkel snurrig snäcka snäll snäppa snärtig snöboll snögubbe snöig snölykta snöra snöre
snöskor social socken socker soda soffa soja solbad soldat solfläck solhatt solid solig solist
solljus solo solros solsken solstol solur sommar sonat sond soppa sopran sorbet sorl sort
sortera souvenir spade spagetti spana spaning spann sparris speciell spegel spegla spelare
spelman spetsig spikrak spindel spiral spirande spjut sporra sporre sport spray spricka springa
spritta sprudla språka spurt spårvagn spänna spänning spänstig stabil stadig stadion stadsliv
staffli staket stallion standard stanna stapel stapla stare stark starta stat station status
staty stava stavelse stege steka stenbock stenig stenmur sticka stiga stilfull stilig stilla
stjälk stjärna stockros stoft stolpe stolt stolthet stomme stoppa stor stork storlek storma
strand strumpa struts stråkar stråke stråla stråle sträcka sträng sträva ström strömma student
studera studie studio studsa stugknut stycke stygn styra styrbord styrelse styrka styrman stånd
ståtlig städning ställa ställe stämma stämning stämpel ständig stängsel stärka stöd stödja
större stövel sudda sugrör sultan summa summera surdeg surfare surra svala svampig svan svansa
svara svets svit svåger svänga svärd svärta sväva syfte sylta sylvass symaskin symbol symfoni
symmetri synlig synpunkt syntes syren syrsa syskon syssla system syster sådd sågspån således
sångare säckpipa säkert säkring sälja sällan sällskap särskild säsong söder sökare sömnig söndag
sötma sötnos tabell tablå tacksam tajga taklampa takt taktfast talang talare talesman tall
tallrik tallskog talong taltrast tambur tandem tandkräm tango tanke tankfull tapet tapir tappa
tapper tassa tavla taxi teater tecken tecknare teckning tegel tekniker teknisk telefon teleskop
tema tempel tempo tenn tennis tenor teori term termin termos terrass terräng testa text textil
tibast tidig tidlös tidning tidpunkt tiger tillit timjan timmer timra tinga tinning tiotal
tisdag tistel titel titta tivoli tjugo tjusig tjäder tjänst tjärn toffla tofs tofsvipa tofu
tolerant tolfte tolkning tolv tomat tombola tomte toppa toppluva torg torkad torn torpare torrt
torsdag torsk torv tota total trafik traktor trana tranbär trappa trast trekant trettio tretton
triangel tribun trick triumf trivas trivsam trivsel trogen trolla trolleri tropik tropisk
trottoar trubadur trumf trumma trumpet trupp trycka trygg trygghet trådig trådlös tråg träd
trädgren trädgård trädtopp träffa tränare träning träsk träsko träslöjd tröja tröska tröskel
trösta tuba tubsocka tuff tugga tulla tulpan tumla tumma tumme tumstock tumvante tundra tunika
tunna tunnel tunnland tupp tuppfjät turban turism turist turkos turlista turtur tusen tusende
tuva tuvull tvål tvärtom tvätta tycka tydlig tyfon tyll tyngd typisk tyst tystnad tågresa
tågvagn tålamod tålig tårta tårtbit täckning tälta tämja tändare tänka tänkvärd tärning tävla
tävling töcken tömma törstig udde uggla ullgarn ullig ulltröja umgås under underbar underlag
undra undvika ungdom ungefär uniform unik union uppdrag upphöja upplaga uppsats upptäcka uppåt
urskog urtavla urval urverk utanför utbyte utdrag utflykt utfärd utgång utkant utkik utland
utlopp utmana utomhus utsida utsikt uttryck utöka vackert vadare vagga vagn vaken vakna vaksam
vakta vakthund valfri vallmo vallört valnöt valp valross valsa valthorn valv vandrare vandring
vanilj vante vardag varje varm varsam varsel varsin vass vatten vattna vaxljus vecka veckla
vedbod vedlår vedspis vegan vemodig veranda verb verklig verkstad vers vestibul veta vete
vetebröd veteran vetgirig veva vevaxel vicka vidd video vifta viking viktig vila vildros vilja
vilje vilstol vinbär vind vindruva vindsurf vindtyg vinge vinka vinkel vinnare vinst vinter
vinyl viol violett violin vippa virkning virvel visare visdom visir viskning visning vispa
vissla vistas vital vitamin vitlök vitsippa vokal volang volta volym vräka vuxen vykort våffla
vågad vågdal vågig vågkam vågräta vågskål våning vårdag vårdare vårlig vårlök vårsol vårvind
väcka väder vägg vägskylt vägskäl väkta väldig välja välkomna välling välsmak vändning väng
vänlig vänskap vänster vänta värdig värdinna värld värma värme värna väsen väska västan väster
västlig väta vätska väva vävstol växa växel växla växt växthus yngling ynnest ypperlig yrka yrke
yrkesval yster ytterst yvig zebra zenit zink zoolog zoom åkare åker åkerbär åkermark ålder ånga
ångbåt ånglok årgång årlig årsring årstid åsikt åskmoln åskväder åskådare återge återse åtgärd
åtta åttio äkta älgkalv älgtjur älskad älvkvarn ämbete ämne ända ändamål ändra ändring ängel
äppelmos äpple ärende ärlig ärlighet ärofull ärtsoppa ättika äventyr ödmjuk ögla ökad öken
ökning ömhet ömsint önskan öppen öppnare öppning örhänge öring örngott öronlapp örttagg öster
österut överallt övergång översikt övning övrig
`;

export const swedishWords: readonly string[] = text.trim().split(/\s+/u);
