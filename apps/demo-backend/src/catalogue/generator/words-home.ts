import { type Department, words } from './word-group.js';

const list = (text: string) => text.split(',').map(words);

export const HOME: readonly Department[] = [
  {
    name: words('Home & Living/Wohnen'),
    materials: list(
      'Oak/Eiche,Walnut/Nussbaum,Brass/Messing,Rattan/Rattan,Stoneware/Steinzeug,Boucle/Bouclé,Marble/Marmor,Ash/Esche',
    ),
    shelves: [
      'Lighting | Leuchten | lamp | 49-390 | Table Lamp/Tischleuchte, Pendant Lamp/Pendelleuchte, Floor Lamp/Stehleuchte, Reading Lamp/Leseleuchte',
      'Chairs & Stools | Stühle & Hocker | chair | 89-690 | Lounge Chair/Loungesessel, Dining Chair/Esszimmerstuhl, Bar Stool/Barhocker, Bench/Bank',
      'Vases & Decor | Vasen & Deko | vase | 19-140 | Bud Vase/Knospenvase, Floor Vase/Bodenvase, Bowl/Schale, Candle Holder/Kerzenhalter',
      'Cushions & Throws | Kissen & Decken | textile | 25-180 | Cushion/Kissen, Throw/Überwurf, Bedspread/Tagesdecke, Floor Cushion/Bodenkissen',
      'Storage | Aufbewahrung | textile | 19-160 | Basket/Korb, Storage Box/Aufbewahrungsbox, Wall Shelf/Wandregal, Coat Rack/Garderobe',
    ],
  },
  {
    name: words('Kitchen & Table/Küche & Tafel'),
    materials: list(
      'Stoneware/Steinzeug,Porcelain/Porzellan,Cast Iron/Gusseisen,Copper/Kupfer,Acacia/Akazie,Glass/Glas,Enamel/Emaille',
    ),
    shelves: [
      'Cups & Mugs | Tassen & Becher | cup | 9-45 | Mug/Becher, Espresso Cup/Espressotasse, Tea Bowl/Teeschale, Latte Cup/Milchkaffeetasse',
      'Cookware | Kochgeschirr | pot | 39-290 | Casserole/Bräter, Saucepan/Stielkasserolle, Frying Pan/Bratpfanne, Stock Pot/Suppentopf',
      'Tableware | Geschirr | vase | 12-95 | Dinner Plate/Essteller, Serving Bowl/Servierschale, Platter/Servierplatte, Salad Bowl/Salatschüssel',
      'Glassware | Gläser | bottle | 9-80 | Carafe/Karaffe, Tumbler/Wasserglas, Wine Glass/Weinglas, Decanter/Dekanter',
      'Kitchen Linen | Küchentextilien | textile | 9-60 | Tea Towel/Geschirrtuch, Apron/Schürze, Napkin Set/Serviettenset, Oven Mitt/Ofenhandschuh',
    ],
  },
  {
    name: words('Beauty & Care/Pflege'),
    materials: list(
      'Rosemary/Rosmarin,Neroli/Neroli,Cedar/Zeder,Oat/Hafer,Sea Salt/Meersalz,Vetiver/Vetiver,Fig Leaf/Feigenblatt',
    ),
    shelves: [
      'Body | Körper | bottle | 12-58 | Body Lotion/Körperlotion, Bath Oil/Badeöl, Hand Balm/Handbalsam, Body Scrub/Körperpeeling',
      'Face | Gesicht | bottle | 18-95 | Face Serum/Gesichtsserum, Day Cream/Tagescreme, Cleansing Gel/Reinigungsgel, Toner/Gesichtswasser',
      'Fragrance | Duft | bottle | 35-180 | Eau de Parfum/Eau de Parfum, Room Spray/Raumspray, Scented Candle/Duftkerze, Diffuser/Diffusor',
      'Hair | Haar | bottle | 11-46 | Shampoo/Shampoo, Conditioner/Haarspülung, Hair Oil/Haaröl, Styling Paste/Stylingpaste',
      'Soap | Seife | card | 6-24 | Soap Bar/Seifenstück, Shaving Soap/Rasierseife, Guest Soap/Gästeseife, Soap Set/Seifenset',
    ],
  },
];
