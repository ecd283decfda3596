export interface CountryCode {
  readonly iso2: string;
  readonly iso3: string;
}

const PAIRS =
  'AFAFG AXALA ALALB DZDZA ASASM ADAND AOAGO AIAIA AQATA AGATG ARARG AMARM AWABW AUAUS ATAUT AZAZE BSBHS BHBHR BDBGD ' +
  'BBBRB BYBLR BEBEL BZBLZ BJBEN BMBMU BTBTN BOBOL BABIH BWBWA BVBVT BRBRA IOIOT BNBRN BGBGR BFBFA BIBDI KHKHM CMCMR ' +
  'CACAN CVCPV KYCYM CFCAF TDTCD CLCHL CNCHN CXCXR CCCCK COCOL KMCOM CGCOG CDCOD CKCOK CRCRI CICIV HRHRV CUCUB CYCYP ' +
  'CZCZE DKDNK DJDJI DMDMA DODOM ECECU EGEGY SVSLV GQGNQ ERERI EEEST ETETH FKFLK FOFRO FJFJI FIFIN FRFRA GFGUF PFPYF ' +
  'TFATF GAGAB GMGMB GEGEO DEDEU GHGHA GIGIB GRGRC GLGRL GDGRD GPGLP GUGUM GTGTM GGGGY GNGIN GWGNB GYGUY HTHTI HMHMD ' +
  'VAVAT HNHND HKHKG HUHUN ISISL ININD IDIDN IRIRN IQIRQ IEIRL IMIMN ILISR ITITA JMJAM JPJPN JEJEY JOJOR KZKAZ KEKEN ' +
  'KIKIR KPPRK KRKOR KWKWT KGKGZ LALAO LVLVA LBLBN LSLSO LRLBR LYLBY LILIE LTLTU LULUX MOMAC MKMKD MGMDG MWMWI MYMYS ' +
  'MVMDV MLMLI MTMLT MHMHL MQMTQ MRMRT MUMUS YTMYT MXMEX FMFSM MDMDA MCMCO MNMNG MEMNE MSMSR MAMAR MZMOZ MMMMR NANAM ' +
  'NRNRU NPNPL NLNLD NCNCL NZNZL NINIC NENER NGNGA NUNIU NFNFK MPMNP NONOR OMOMN PKPAK PWPLW PSPSE PAPAN PGPNG PYPRY ' +
  'PEPER PHPHL PNPCN PLPOL PTPRT PRPRI QAQAT REREU ROROU RURUS RWRWA BLBLM SHSHN KNKNA LCLCA MFMAF PMSPM VCVCT WSWSM ' +
  'SMSMR STSTP SASAU SNSEN RSSRB SCSYC SLSLE SGSGP SKSVK SISVN SBSLB SOSOM ZAZAF GSSGS ESESP LKLKA SDSDN SRSUR SJSJM ' +
  'SZSWZ SESWE CHCHE SYSYR TWTWN TJTJK TZTZA THTHA TLTLS TGTGO TKTKL TOTON TTTTO TNTUN TRTUR TMTKM TCTCA TVTUV UGUGA ' +
  'UAUKR AEARE GBGBR USUSA UMUMI UYURY UZUZB VUVUT VEVEN VNVNM VGVGB VIVIR WFWLF EHESH YEYEM ZMZMB ZWZWE';

/** ISO 3166 countries as Maho lists them: two-letter and three-letter codes. */
export const COUNTRY_CODES: readonly CountryCode[] = PAIRS.split(' ').map((pair) => ({
  iso2: pair.slice(0, 2),
  iso3: pair.slice(2),
}));

const REGION_NAMES: Readonly<Record<string, string>> = {
  US: 'AL Alabama,AK Alaska,AZ Arizona,CA California,CO Colorado,FL Florida,GA Georgia,HI Hawaii,IL Illinois,MA Massachusetts,NY New York,OR Oregon,TX Texas,WA Washington',
  CA: 'AB Alberta,BC British Columbia,MB Manitoba,NS Nova Scotia,ON Ontario,QC Quebec,SK Saskatchewan',
  DE: 'BAW Baden-Württemberg,BAY Bayern,BER Berlin,HAM Hamburg,HES Hessen,NRW Nordrhein-Westfalen,SAS Sachsen',
  AT: 'WI Wien,NO Niederösterreich,OO Oberösterreich,SB Salzburg,ST Steiermark,TI Tirol',
  CH: 'AG Aargau,BE Bern,GE Genf,LU Luzern,TI Tessin,ZH Zürich',
  AU: 'ACT Australian Capital Territory,NSW New South Wales,QLD Queensland,VIC Victoria,WA Western Australia',
  FR: '33 Gironde,59 Nord,69 Rhône,75 Paris',
};

export interface Region {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** Regions of a country; ids count through all countries, as in Maho's region table. */
export const REGIONS: ReadonlyMap<string, readonly Region[]> = numberedRegions();

function numberedRegions(): Map<string, readonly Region[]> {
  let id = 0;
  return new Map(
    Object.entries(REGION_NAMES).map(([country, names]) => [
      country,
      names.split(',').map((entry) => {
        const space = entry.indexOf(' ');
        id += 1;
        return { id, code: entry.slice(0, space), name: entry.slice(space + 1) };
      }),
    ]),
  );
}
