import type { PageLanguage } from '#contract/language';

/** ISO 3166-1: each word is an alpha-3 code, as IDnGO writes countries, followed by its alpha-2 code. */
const codes = `
AFGAF ALBAL DZADZ ASMAS ANDAD AGOAO AIAAI ATAAQ ATGAG ARGAR ARMAM ABWAW AUSAU AUTAT AZEAZ BHSBS BHRBH BGDBD
BRBBB BLRBY BELBE BLZBZ BENBJ BMUBM BTNBT BOLBO BIHBA BWABW BVTBV BRABR IOTIO BRNBN BGRBG BFABF BDIBI KHMKH
CMRCM CANCA CPVCV CYMKY CAFCF TCDTD CHLCL CHNCN CXRCX CCKCC COLCO COMKM COGCG CODCD COKCK CRICR CIVCI HRVHR
CUBCU CYPCY CZECZ DNKDK DJIDJ DMADM DOMDO ECUEC EGYEG SLVSV GNQGQ ERIER ESTEE ETHET FLKFK FROFO FJIFJ FINFI
FRAFR GUFGF PYFPF ATFTF GABGA GMBGM GEOGE DEUDE GHAGH GIBGI GRCGR GRLGL GRDGD GLPGP GUMGU GTMGT GINGN GNBGW
GUYGY HTIHT HMDHM VATVA HNDHN HKGHK HUNHU ISLIS INDIN IDNID IRNIR IRQIQ IRLIE ISRIL ITAIT JAMJM JPNJP JORJO
KAZKZ KENKE KIRKI PRKKP KORKR KWTKW KGZKG LAOLA LVALV LBNLB LSOLS LBRLR LBYLY LIELI LTULT LUXLU MACMO MDGMG
MWIMW MYSMY MDVMV MLIML MLTMT MHLMH MTQMQ MRTMR MUSMU MYTYT MEXMX FSMFM MDAMD MCOMC MNGMN MSRMS MARMA MOZMZ
MMRMM NAMNA NRUNR NPLNP NLDNL NCLNC NZLNZ NICNI NERNE NGANG NIUNU NFKNF MNPMP MKDMK NORNO OMNOM PAKPK PLWPW
PSEPS PANPA PNGPG PRYPY PERPE PHLPH PCNPN POLPL PRTPT PRIPR QATQA REURE ROURO RUSRU RWARW SHNSH KNAKN LCALC
SPMPM VCTVC WSMWS SMRSM STPST SAUSA SENSN SYCSC SLESL SGPSG SVKSK SVNSI SLBSB SOMSO ZAFZA SGSGS ESPES LKALK
SDNSD SURSR SJMSJ SWZSZ SWESE CHECH SYRSY TWNTW TJKTJ TZATZ THATH TLSTL TGOTG TKLTK TONTO TTOTT TUNTN TURTR
TKMTM TCATC TUVTV UGAUG UKRUA AREAE GBRGB USAUS UMIUM URYUY UZBUZ VUTVU VENVE VNMVN VGBVG VIRVI WLFWF ESHEH
YEMYE ZMBZM ZWEZW ALAAX BESBQ CUWCW GGYGG IMNIM JEYJE MNEME BLMBL MAFMF SRBRS SXMSX SSDSS XKKXK
`
  .trim()
  .split(/\s+/);
const alpha2ByAlpha3 = new Map(codes.map(code => [code.slice(0, 3), code.slice(3)]));

/** Chromium has no names of countries in Kazakh and answers in English: those that people here come from. */
const kazakhNames: Record<string, string> = {
  AM: 'Армения',
  AZ: 'Әзербайжан',
  BY: 'Беларусь',
  CN: 'Қытай',
  DE: 'Германия',
  GB: 'Ұлыбритания',
  GE: 'Грузия',
  IN: 'Үндістан',
  IR: 'Иран',
  KG: 'Қырғызстан',
  KR: 'Оңтүстік Корея',
  KZ: 'Қазақстан',
  MD: 'Молдова',
  MN: 'Моңғолия',
  RU: 'Ресей',
  TJ: 'Тәжікстан',
  TM: 'Түрікменстан',
  TR: 'Түркия',
  UA: 'Украина',
  US: 'АҚШ',
  UZ: 'Өзбекстан',
};

/** Name of a country, given as alpha-3, in the language of the page; the code itself where there is no name. */
export function toCountryName(alpha3: string, page: PageLanguage): string {
  const alpha2 = alpha2ByAlpha3.get(alpha3.toUpperCase());
  if (!alpha2) return alpha3;
  const kazakh = page === 'kk' ? kazakhNames[alpha2] : undefined;
  return kazakh ?? new Intl.DisplayNames([page], { type: 'region' }).of(alpha2) ?? alpha3;
}
