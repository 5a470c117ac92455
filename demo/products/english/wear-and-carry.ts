import { pages } from './page.ts';

export const wearAndCarryPages = [
  ...pages('jianyue', `
    tang-jacket | Jacquard Jacket with Hand-Sewn Frog Buttons | Five different knots; Shoulders that let you reach; Made to be worn to work | A modern Chinese jacket with the shoulder line moved forward, so it does not pull when you raise an arm. | Every one of the knotted buttons is a different flower, and I only noticed on day four.
    qipao | Everyday Linen-Blend Qipao Dress | Pockets in the side seams; Short sleeves; A modest slit | A qipao you can cycle in, with pockets. | It has pockets; I repeat, it has pockets.
    horse-skirt | Pleated Mamian Skirt in Jacquard | Pleats that hold; Grip strip inside the waist | A traditional wrap skirt whose pleats fall back into place on the hanger. | It swings when you stop walking, half a second late, like a good exit line.
    vest | Quilted Stand-Collar Vest | Thin padding; Cloud-pattern stitching | A light quilted vest to wear over a sweater. | The stitching is little clouds, visible only when the sun comes in low.
    scarf | Silk Square with Song-Dynasty Birds | Hand-rolled edge; 90 cm | A silk scarf drawn from an album of birds and branches. | There's a bird hidden in one fold, and I keep tying it so that he's on top.
    trousers | Jacquard Wide-Leg Trousers | Pattern shows as you walk; Elastic at the back | High in the waist, kind after lunch. | The pattern only appears when you move, so they look plain until they don't.`),
  ...pages('lanting', `
    tee | Indigo Tie-Dye Cotton Tee | Tied by hand; Twelve dips; Each one different | A cotton tee tied one blossom at a time and dipped a dozen times in plant indigo. | The blue is a living sort of blue, and it rinsed a little in the first two washes just as they warned.
    scarf | Indigo Shawl Scarf | Two metres long; Cotton and linen | A scarf in spring, a blanket in air conditioning. | I've worn it as a scarf, a shawl and once as a pillowcase.
    dress | Long Indigo Dress | Graded hem; Cotton and ramie | The hem fades in steps, one vat at a time. | The hem looks like the tide going out.
    apron | Indigo Work Apron | Two-part pocket; Adjustable | Scissors on the left, phone on the right. | I wear it to garden and have been mistaken for someone who knows what she's doing.`),
  ...pages('liubai', `
    fold-tote | Folded Canvas Tote | One piece of cloth, four seams; Holds a 14-inch laptop | A bag folded from a single piece of canvas by a former architect. | It folds flat like a drawing of itself and stands up when you need it to.
    arch | Arch Bag in Leather | The outline of an old window; Hidden magnets | A small leather bag that closes with hardly a sound. | The magnet shuts with a sound like a well-made door.
    half-moon | Half-Moon Nylon Sling | Light; Stays on when you sit | A sling that sits in front and never has to come off. | I forget I'm wearing it, then panic, then find it on me.
    backpack | Geometric Backpack | Diagonal zip opens while you wear it; Sheds rain | The line across the front is the opening, so you can reach in without taking it off. | The diagonal zip lets me find my keys without doing the sidewalk shuffle.
    coin | Folded Leather Coin Purse | No stitching; Opens like a flower | One piece of leather that folds itself into a purse. | It opens like a flower, and cashiers have asked me to do it again.`),
  ...pages('laopi', `
    long-wallet | Hand-Stitched Vegetable-Tanned Long Wallet | Saddle stitch, eight to the inch; Darkens with use | Stitched by a man who made saddles for thirty years. | Two months in and it's already a shade darker where my thumb goes.
    belt | Leather Belt with Solid Brass Buckle | One thick strap; Made to last | Four millimetres of leather and a buckle you can hear. | It's the first belt I've owned that I expect to leave to someone.
    card | Slim Hand-Stitched Card Holder | Six cards and folded cash | As thin as it can be while still being leather. | It forced me to throw away forty receipts, so it's also therapy.`),
  ...pages('zouzou', `
    mary-jane | Soft-Sole Mary Jane Flats | Wider toe; Sole folds in half | Pretty shoes that can walk all day. | I walked nine miles in them on day one, which was reckless and fine.
    trainer | Retro Leather Trainers | Washable cork insole; Goes with everything | A quiet trainer with an insole you can rinse. | They go with everything, and the insoles came clean in the sink.
    sandal | Cork Footbed Sandals | Moulds to your foot; Two buckles | In the second week they start to feel made for you. | Around day ten the cork learned my feet and we've been happy since.
    slipper | Wool Felt House Slippers | Silent on wood; Non-slip | Slippers that make no sound on a wooden floor. | My downstairs neighbour thanked me, and I had changed only my slippers.`),
  ...pages('fanbu', `
    cat-tote | Illustrated Cat Canvas Tote | Printed in runs of three hundred; Heavy cotton | The shopkeeper on it is a real cat from downstairs. | The cat on it is a real shop cat, and I've been told his name.
    veg-tote | Vegetable Market Tote | Inner pocket for eggs; Folds small | A market bag with a safe place for the eggs. | The little egg pocket has a perfect record so far.`),
  ...pages('tengwu', `
    straw-bag | Hand-Woven Seagrass Bag | Drawstring lining; Light | Woven at home by the sea, in the time it takes to hear three operas. | It holds a towel, a novel and a peach, which is all I ask of a summer.
    round | Round Rattan Shoulder Bag | Shell shape; Coconut button | Two circles like a shell with a button of coconut. | It looks like a seashell and shuts like one too.`),
  ...pages('suli', `
    tee | Heavyweight Cotton Tee | 280 grams; Collar keeps its shape | Thick enough not to show, cut for everyone. | I washed it a dozen times trying to ruin the collar and gave up.
    stripe | Breton Stripe Long Sleeve | Stripes meet at the seams | The stripes run on from the body to the sleeve. | The stripes actually line up at the arms, and now I can't unsee the ones that don't.
    linen | Relaxed Linen Shirt | Breathes; Wrinkles well | A shirt that looks better creased. | It wrinkles like a person on holiday and I love it for that.
    wool | Machine-Washable Merino Jumper | 17 microns; Does not itch | A thin merino layer that goes in the machine. | I have sensitive skin and I wore it for fourteen hours without noticing.
    skirt | Pleated Midi Skirt | Pleats survive a suitcase; Elastic waist | Ball it up, shake it out, wear it. | I rolled it into a boot for a flight and the pleats didn't care.
    socks | Striped Crew Socks, Five Pairs | Hand-closed toes; Breathable | No hard seam across the toes. | There's no seam at the toe, and I've become a person with sock opinions.`),
];
