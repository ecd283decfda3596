import { type Department, words } from './word-group.js';

const list = (text: string) => text.split(',').map(words);

export const LEISURE: readonly Department[] = [
  {
    name: words('Electronics/Elektronik'),
    materials: list(
      'Graphite/Graphit,Slate/Schiefer,Aluminium/Aluminium,Titanium/Titan,Bamboo/Bambus,Pearl/Perle',
    ),
    shelves: [
      'Headphones & Audio | Kopfhörer & Audio | headphones | 49-420 | Over-Ear Headphones/Over-Ear-Kopfhörer, Earbuds/Ohrhörer, Wireless Speaker/Funklautsprecher, Soundbar/Soundbar',
      'Cameras | Kameras | camera | 149-980 | Compact Camera/Kompaktkamera, Instant Camera/Sofortbildkamera, Action Camera/Actionkamera, Travel Tripod/Reisestativ',
      'Phones & Cases | Telefone & Hüllen | phone | 19-780 | Phone/Telefon, Phone Case/Handyhülle, Charging Stand/Ladestation, Power Bank/Powerbank',
      'Computers & Desk | Computer & Schreibtisch | screen | 29-890 | Monitor/Monitor, Keyboard/Tastatur, Laptop Sleeve/Laptophülle, Docking Station/Dockingstation',
      'Smart Home | Smart Home | lamp | 25-260 | Smart Bulb/Smarte Lampe, Thermostat/Thermostat, Motion Sensor/Bewegungssensor, Video Doorbell/Videoklingel',
    ],
  },
  {
    name: words('Outdoor & Play/Draußen & Spielen'),
    materials: list(
      'Ripstop/Ripstop,Beech/Buche,Recycled Nylon/Recycling-Nylon,Waxed Canvas/Gewachster Canvas,Cork/Kork,Wool/Wolle',
    ),
    shelves: [
      'Camping | Camping | tent | 39-480 | Tent/Zelt, Sleeping Bag/Schlafsack, Camp Chair/Campingstuhl, Tarp/Tarp',
      'Toys | Spielzeug | toy | 12-90 | Building Blocks/Bauklötze, Stacking Tower/Stapelturm, Pull-Along Animal/Nachziehtier, Puzzle/Puzzle',
      'Books & Paper | Bücher & Papier | book | 9-60 | Notebook/Notizbuch, Field Guide/Naturführer, Cook Book/Kochbuch, Sketchbook/Skizzenbuch',
      'Garden | Garten | pot | 9-140 | Planter/Pflanzgefäß, Watering Can/Gießkanne, Herb Set/Kräuterset, Lantern/Laterne',
      'Gifts | Geschenke | card | 10-120 | Gift Box/Geschenkbox, Greeting Cards/Grußkarten, Discovery Set/Entdeckerset, Keepsake Tin/Erinnerungsdose',
    ],
  },
];
