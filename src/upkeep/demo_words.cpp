#include "upkeep/demo_words.h"

#include <array>

namespace heed::upkeep {
namespace {

using model::Level;
using model::Source;

const std::array single{
    Story{{"unaffordable-things"},
          Source::Saw,
          "Form room",
          "{name} had a new phone this morning, still in its box, and a second phone in their blazer pocket. {name} "
          "said that "
          "the second one is \"for a mate\". On Friday {name} had no phone at all.",
          "It's not mine, I just have to keep it charged.",
          "I do not know where the phones come from.",
          "I did not ask more. I told {name} that I may have to pass this on.",
          Level::Low,
          false},
    Story{{"unknown-cars", "older-partner"},
          Source::Saw,
          "School gate, afternoon",
          "At 15:35 {name} got into the front seat of {car} outside the main gate. The driver was a man of about 25. I "
          "have "
          "not seen him before. {name} sat low in the seat as they drove off towards {place}.",
          "",
          "{name} looked as if they did not want to be seen.",
          "I wrote down the time and what I saw of the car.",
          Level::Medium,
          false},
    Story{{"truancy"},
          Source::Record,
          "Attendance office",
          "{name} has missed period 5 on three Thursdays in a row, after being marked present in the morning. The gate "
          "record "
          "shows {name} leaving at 13:20 each time.",
          "",
          "",
          "I rang home at 14:00. Nobody answered.",
          Level::Low,
          false},
    Story{{"changed-behaviour"},
          Source::Saw,
          "Maths, period 2",
          "{name} put their head on the desk at the start of the lesson and cried without a sound for about ten "
          "minutes. When "
          "{friend} touched their arm, {name} pulled away and left the room.",
          "Don't touch me. You don't know what it's like.",
          "This is not how {name} has been before this term.",
          "I followed {name} to the corridor and stayed with them until they came back in.",
          Level::Low,
          false},
    Story{{"missing"},
          Source::Other,
          "Telephone",
          "{name}'s carer rang at 08:40 and said that {name} did not come home on Saturday night and was back at 11:00 "
          "on "
          "Sunday. The carer rang the police at 01:00. {name} did not say where they had been.",
          "",
          "",
          "I thanked the carer and said that I would tell the safeguarding lead at once.",
          Level::Medium,
          false},
    Story{{"drugs-alcohol"},
          Source::Saw,
          "Corridor by the sports hall",
          "{name} came in at 09:50, walked into the door frame twice, and smelled of alcohol. Their speech was "
          "slurred. {name} "
          "had a bottle of water and nothing else with them.",
          "They just kept filling it up.",
          "",
          "I took {name} to the medical room, and the first aider stayed with them.",
          Level::Medium,
          false},
    Story{{"sexualised-behaviour"},
          Source::Child,
          "Pastoral office",
          "{name} told me that someone they met online has asked for pictures without clothes, and that they have sent "
          "two. "
          "{name} said that he now asks for more and has named the school. {name} was shaking.",
          "He said if I don't, he'll send them to everyone on my list.",
          "",
          "I listened and did not look at the phone. I said that {name} was right to tell me and that I would have to "
          "pass it "
          "on to keep them safe.",
          Level::High,
          true},
    Story{{"exploited-peers"},
          Source::Other,
          "Dining hall",
          "A pupil in the same form said that {name} goes to parties in a flat above a shop near {place} with {friend} "
          "and "
          "older people, and that \"you have to do stuff if you drink there\". The pupil did not want to say more.",
          "",
          "",
          "I told the pupil that I could not promise to keep this to myself.",
          Level::Medium,
          false},
    Story{{"injuries"},
          Source::Saw,
          "Changing room",
          "When {name} changed for PE I saw round bruises on both upper arms, about the size of fingertips, yellow at "
          "the "
          "edges. {name} pulled their sleeves down when they saw me looking.",
          "I fell.",
          "The marks look older than today.",
          "I did not ask further and did not take a picture.",
          Level::Medium,
          false},
    Story{{"unusual-locations"},
          Source::Child,
          "Library",
          "{name} showed {friend} a key card of a hotel by {place} and said that they had been there \"for a "
          "birthday\" on "
          "Tuesday evening. I heard this from the next table.",
          "They get you whatever you want from the bar.",
          "",
          "I did not say anything to {name} about it.",
          Level::Medium,
          false},
    Story{{"crime"},
          Source::Other,
          "Reception",
          "The shop at {place} rang to say that {name} was held there at 16:15 yesterday with four perfumes that were "
          "not paid "
          "for, and that a woman who waited outside drove off when the manager came out.",
          "",
          "I do not think that {name} wanted the perfumes for themselves.",
          "I noted the shop's name and time.",
          Level::Low,
          false},
    Story{{"older-partner", "changed-behaviour"},
          Source::Child,
          "Form room",
          "{name} said that their boyfriend is 22, that they met in the summer, and that he checks who {name} has "
          "talked to. "
          "{name} showed me 31 missed calls from this morning.",
          "He only wants to know I'm safe. He gets sad if I don't answer.",
          "",
          "I said that I was worried and that I would talk to the safeguarding lead.",
          Level::High,
          false},
    Story{{"repeat-sti-pregnancy"},
          Source::Child,
          "Medical room",
          "{name} told the first aider that they had been to the clinic for the second time since September and asked "
          "whether "
          "the school would tell anybody at home.",
          "It's the same as last time. He says it's not from him.",
          "",
          "We did not promise to keep it to ourselves.",
          Level::High,
          false},
    Story{{"truancy", "changed-behaviour"},
          Source::Saw,
          "Art, period 4",
          "{name}, who has always been early for art, has come late to the last four lessons and asks to leave when "
          "their "
          "phone vibrates. Today {name} said that they will drop the subject.",
          "There's no point any more.",
          "",
          "",
          Level::Low,
          false},
    Story{{"unaffordable-things", "unknown-cars"},
          Source::Saw,
          "Bus stop opposite the school",
          "At 15:50 a woman in {car} handed {name} a bag with new trainers through the window. {name} put their old "
          "shoes in "
          "the bag and gave it back. They spoke for about a minute. The registration began with MA00.",
          "",
          "",
          "",
          Level::Low,
          false},
    Story{{"other"},
          Source::Saw,
          "School gate, morning",
          "{name} has had a different coat every day this week. Today it was a man's coat with a long sleeve that "
          "covered a "
          "bandage on the left wrist.",
          "",
          "I may be wrong about the coat; the bandage is new.",
          "",
          Level::Low,
          false},
};

const std::array outside{
    Story{{"unknown-cars"},
          Source::Saw,
          "Tram stop",
          "On my way to work at 07:50 I saw a child of about 13 in another school's uniform being pulled by the arm "
          "into {car} "
          "near {place}. The child said \"I don't want to\". The car drove off towards the ring road.",
          "I don't want to.",
          "",
          "I wrote down what I could see of the registration: MA00 D.",
          Level::High,
          true},
    Story{{"unusual-locations", "drugs-alcohol"},
          Source::Other,
          "Community hall",
          "At the youth club a child who said that their name is {name} told me that they sleep at \"the lads' place\" "
          "at "
          "weekends and are given drink there. {name} does not go to this school.",
          "You don't need money there.",
          "",
          "I gave {name} the number of Childline.",
          Level::Medium,
          false},
    Story{{"missing"},
          Source::Saw,
          "Park behind the school",
          "A child whom I do not know has been on the same bench at 08:20 and at 15:40 for three days, without a coat. "
          "Today I "
          "asked whether they were all right, and they said that nobody is looking for them.",
          "Nobody's looking for me.",
          "",
          "I stayed until a colleague came.",
          Level::Medium,
          false},
};

const std::array adults{
    Story{{"other"},
          Source::Saw,
          "Car park",
          "At 17:10 I saw a colleague give {name} a lift home alone, for the second time this week. The trip was not "
          "in the "
          "book at reception.",
          "",
          "There may be a reason that I do not know.",
          "",
          Level::Low,
          false},
    Story{{"other"},
          Source::Child,
          "Form room",
          "{name} said that a sports coach who comes in on Wednesdays sends messages at night and has asked {name} not "
          "to show "
          "them to anyone.",
          "He says I'm the only one who gets him.",
          "",
          "I listened. I did not ask to see the messages.",
          Level::High,
          false},
};

const std::array gifts{
    Story{{"unaffordable-things"},
          Source::Saw,
          "Form room",
          "{name} came in with a new watch and said that it was a present from a friend of a cousin.",
          "",
          "",
          "",
          Level::Low,
          false},
    Story{{"changed-behaviour"},
          Source::Saw,
          "History, period 3",
          "{name} fell asleep twice in the lesson. When I woke {name}, they did not know which lesson it was.",
          "I was out till four.",
          "",
          "I let {name} rest in the medical room.",
          Level::Low,
          false},
    Story{{"unknown-cars"},
          Source::Saw,
          "School gate, afternoon",
          "{car} waited on the yellow line from 15:10. {name} looked for it from the window, and got in at 15:32. The "
          "driver "
          "did not get out. It is the third time in two weeks that I have seen it.",
          "",
          "",
          "",
          Level::Low,
          false},
    Story{{"truancy"},
          Source::Record,
          "Attendance office",
          "{name} was absent on Monday and Tuesday. The note that came on Wednesday is not in the handwriting of "
          "{name}'s "
          "mother as we have it.",
          "",
          "",
          "I rang home; {name}'s mother had not known.",
          Level::Medium,
          false},
    Story{{"older-partner", "missing"},
          Source::Child,
          "Pastoral office",
          "{name} said that the friend with the car is called Mocky, is \"about 24\", and paid for the watch and a "
          "phone. "
          "{name} stayed at his flat on Saturday night and told home that they were with {friend}.",
          "I owe him now. That's just how it works.",
          "",
          "I listened, wrote it down at once, and said that I must tell the safeguarding lead.",
          Level::High,
          false},
};

const std::array online{
    Story{{"changed-behaviour"},
          Source::Saw,
          "Science, period 1",
          "{name} moved to the back row and kept a hand over their phone for the whole lesson. {name} has worked in "
          "the front "
          "row since September.",
          "",
          "",
          "",
          Level::Low,
          false},
    Story{{"exploited-peers"},
          Source::Other,
          "Playground",
          "{friend} said that {name} has a new group chat with people from outside who \"send money if you do dares\".",
          "",
          "",
          "I said that I would pass this on.",
          Level::Low,
          false},
    Story{{"unaffordable-things", "drugs-alcohol"},
          Source::Saw,
          "Lockers",
          "Two vapes and £60 in notes fell out of {name}'s bag. {name} said that it was not theirs and that they were "
          "only "
          "looking after it.",
          "I'm only minding it.",
          "",
          "The vapes are in the office safe.",
          Level::Medium,
          false},
    Story{{"sexualised-behaviour"},
          Source::Saw,
          "Drama, period 5",
          "In an improvised scene {name} played someone who is filmed and told what to do, in a detail that made the "
          "group go "
          "quiet. {name} laughed, and then left the room.",
          "It's only what happens.",
          "",
          "I found {name} by the lockers and sat with them.",
          Level::Medium,
          false},
    Story{{"unusual-locations", "injuries"},
          Source::Child,
          "Medical room",
          "{name} came with a swollen wrist and said that it happened at a flat near {place} on Sunday, when they "
          "wanted to "
          "leave and somebody held the door.",
          "They said nobody leaves early.",
          "",
          "The first aider cooled the wrist. I stayed with {name}.",
          Level::High,
          false},
};

const std::array<std::span<const Story>, 2> threads{gifts, online};

constexpr std::array forenameList{"Ava",    "Noah",   "Zainab", "Kofi",  "Isla",   "Mateo",  "Amara", "Leon",
                                  "Priya",  "Jakub",  "Chloe",  "Yusuf", "Grace",  "Tariq",  "Niamh", "Oskar",
                                  "Leila",  "Callum", "Simran", "Ethan", "Fatima", "Rhys",   "Maja",  "Idris",
                                  "Poppy",  "Samir",  "Erin",   "Kwame", "Hana",   "Finlay", "Aisha", "Luca",
                                  "Bronte", "Arjun",  "Daisy",  "Emeka", "Freya",  "Hamza",  "Keira", "Dominik"};
constexpr std::array surnameList{"Mockford",     "Invented",   "Fictiva", "Sampleton", "Pretend",     "Madeupson",
                                 "Imaginary",    "Testwell",   "Notreal", "Exampleby", "Placeholder", "Storybook",
                                 "Makebelieve",  "Dummyfield", "Fabula",  "Specimen",  "Trialsworth", "Pseudonym",
                                 "Fakenham-Not", "Demoson",    "Figment", "Unrealson", "Supposed",    "Dreamtup"};
constexpr std::array carList{"a silver hatchback",
                             "a dark blue saloon with a dented door",
                             "a white van without a name on it",
                             "a black car with tinted windows",
                             "a red hatchback",
                             "a grey taxi without a badge"};
constexpr std::array placeList{"the retail park",           "the market",        "the bus station", "the canal bridge",
                               "the multi-storey car park", "the petrol station"};
// Words that are easy to type and say, and that no name of the demo holds.
constexpr std::array wordList{
    "walnut",  "ferry",   "lantern", "gravel",  "puffin",  "tundra",  "copper",  "violin",   "harbour",  "pebble",
    "saffron", "thistle", "glacier", "mustard", "kestrel", "bramble", "cobalt",  "trombone", "marzipan", "heron",
    "quilted", "lichen",  "rhubarb", "dynamo",  "otter",   "parsnip", "velvet",  "zephyr",   "barnacle", "cinder",
    "dapple",  "ember",   "fjord",   "gherkin", "hazel",   "inkwell", "juniper", "kettle",   "lattice",  "meadow",
    "nutmeg",  "orchid",  "pontoon", "quarry",  "ripple",  "sorrel",  "turnip",  "umbra",    "vesper",   "willow",
    "yonder",  "zigzag",  "almanac", "bobbin",  "cactus",  "drizzle", "easel",   "falcon",   "gingham",  "hamlet",
    "iceberg", "jigsaw",  "koala",   "lobster"};

} // namespace

std::span<const Story> singleStories()
{
    return single;
}
std::span<const Story> outsideStories()
{
    return outside;
}
std::span<const Story> adultStories()
{
    return adults;
}
std::span<const std::span<const Story>> threadStories()
{
    return threads;
}
std::span<const char* const> forenames()
{
    return forenameList;
}
std::span<const char* const> surnames()
{
    return surnameList;
}
std::span<const char* const> cars()
{
    return carList;
}
std::span<const char* const> places()
{
    return placeList;
}
std::span<const char* const> passwordWords()
{
    return wordList;
}

} // namespace heed::upkeep
