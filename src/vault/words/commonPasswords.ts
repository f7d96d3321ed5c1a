/**
 * Those of the 10,000 most common passwords that are long enough to be taken at all: twelve characters, which is four
 * words of three letters. The shorter ones are refused for being short. A test holds this against the whole list,
 * `common10000.txt`. Loaded only when somebody chooses a password.
 */
const text = `
123qweasdzxc 1qaz2wsx3edc q1w2e3r4t5y6 1q2w3e4r5t6y mailcreated5240 qazwsxedcrfv 123456qwerty qwerty123456
polniypizdec0211 sojdlg123aljg leavemealone motherfucker 123456654321 gfhjkmgfhjkm qazwsxedc123 ghjcnjgfhjkm
zxcasdqwe123 sonyericsson ghhh47hj7649 123456789qwe 1qazxsw23edc masterbating qwerasdfzxcv qweasdzxc123 flvbybcnhfnjh
123456789987654321 1qaz2wsx3edc4rfv chickenwing101 newproject2004 maurolarastefy domainlock2005 momsanaladventure
hd764nw5d7e1vb1 qazwsxedcrfvtgb 23176djivanfros 123456789qwerty 12345678900987654321 lost4815162342 qwerty123456789
iseedeadpeople 4815162342lost q1w2e3r4t5y6u7 polniypizdec110211 12345678987654321 31217221027711 q1w2e3r4t5y6u7i8
zqjphsyf6ctifgu lhbjkjubz2957704 1qazxsw23edcvfr4 an83546921an13 nhfdvfnjkju123 nemvxyheqdd5oqxyxyzi passwordpassword
89876065093rax 1234567qwertyu lytghjgtnhjdcr 1234qwerasdfzxcv 1234567890987654321 1234567890qwerty
q1w2e3r4t5y6u7i8o9p0 59382113kevinp passwordstandard bpgjldsgjldthnf 1234567887654321 zxcvbnm123456789 122333444455555
111222333444555 michaeljackson qwertyuiop12345 1qa2ws3ed4rf5tg websolutionssu weihnachtsbaum z1x2c3v4b5n6m7
ghjnbdjcnjzybt nick1234-rem936 qwertasdfgzxcvb aksjdlasdakj89879 pfqwtd27121988 12345677654321 zxcvbnmmnbvcxz
alpha135792468 lytdybrbdfvgbhf passwordassword ipo54tj45uy856 420842084208555 polniypizdec1102 ne_e_pod_chehyl
hd764nw5d7e1vbv bhrh0h2oof6xbqjeh
`;

export const commonPasswords: ReadonlySet<string> = new Set(text.trim().split(/\s+/u));
