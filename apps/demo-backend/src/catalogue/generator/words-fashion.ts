import { type Department, words } from './word-group.js';

const cloth =
  'Linen/Leinen,Cotton/Baumwolle,Merino/Merino,Silk/Seide,Denim/Denim,Jersey/Jersey,Corduroy/Cord,Cashmere/Kaschmir';
const hides =
  'Suede/Wildleder,Leather/Leder,Canvas/Canvas,Nubuck/Nubuk,Wool Felt/Wollfilz,Recycled Nylon/Recycling-Nylon';

const list = (text: string) => text.split(',').map(words);

export const FASHION: readonly Department[] = [
  {
    name: words('Women/Damen'),
    materials: list(cloth),
    shelves: [
      '*Dresses | Kleider | dress | 59-240 | Midi Dress/Midikleid, Wrap Dress/Wickelkleid, Shirt Dress/Hemdblusenkleid, Slip Dress/Trägerkleid',
      '*Tops & Blouses | Tops & Blusen | top | 29-120 | Blouse/Bluse, Tank/Trägertop, Knit Top/Stricktop, Tunic/Tunika',
      '*Trousers & Skirts | Hosen & Röcke | trousers | 49-160 | Wide Trousers/Weite Hose, Pleated Skirt/Plisseerock, Culottes/Hosenrock, Cropped Jeans/Cropped Jeans',
      '*Knitwear | Strick | top | 69-260 | Cardigan/Strickjacke, Roll Neck/Rollkragenpullover, Cable Jumper/Zopfpullover, Vest/Pullunder',
      '*Coats & Jackets | Mäntel & Jacken | top | 119-420 | Trench Coat/Trenchcoat, Quilted Jacket/Steppjacke, Wrap Coat/Wickelmantel, Blazer/Blazer',
    ],
  },
  {
    name: words('Men/Herren'),
    materials: list(cloth),
    shelves: [
      '*Shirts | Hemden | top | 49-140 | Oxford Shirt/Oxfordhemd, Overshirt/Hemdjacke, Band Collar Shirt/Stehkragenhemd, Camp Shirt/Freizeithemd',
      '*Trousers & Chinos | Hosen & Chinos | trousers | 59-170 | Chino/Chino, Tapered Jeans/Schmale Jeans, Drawstring Trousers/Kordelzughose, Shorts/Shorts',
      '*Sweaters | Pullover | top | 69-240 | Crew Neck/Rundhalspullover, Half-Zip/Troyer, Fisherman Jumper/Fischerpullover, Polo Knit/Strickpolo',
      '*Outerwear | Jacken | top | 129-480 | Field Jacket/Feldjacke, Peacoat/Cabanjacke, Parka/Parka, Bomber/Bomberjacke',
      '*Suits | Anzüge | top | 190-640 | Suit Jacket/Sakko, Waistcoat/Weste, Tuxedo/Smoking, Travel Blazer/Reiseblazer',
    ],
  },
  {
    name: words('Shoes & Accessories/Schuhe & Accessoires'),
    materials: list(hides),
    shelves: [
      '*Sneakers | Sneaker | shoe | 69-190 | Court Sneaker/Court-Sneaker, Runner/Laufschuh, High Top/High-Top, Slip-On/Slipper',
      '*Boots | Stiefel | shoe | 110-320 | Chelsea Boot/Chelsea-Boot, Lace-Up Boot/Schnürstiefel, Hiking Boot/Wanderstiefel, Ankle Boot/Stiefelette',
      'Bags | Taschen | bag | 59-380 | Tote/Shopper, Crossbody/Umhängetasche, Weekender/Reisetasche, Backpack/Rucksack',
      'Jewellery | Schmuck | jewel | 39-290 | Pendant/Anhänger, Hoop Earrings/Creolen, Bangle/Armreif, Signet Ring/Siegelring',
      'Small Leather | Kleinleder | bag | 25-120 | Card Holder/Kartenetui, Belt/Gürtel, Wallet/Geldbörse, Key Case/Schlüsseletui',
    ],
  },
];
