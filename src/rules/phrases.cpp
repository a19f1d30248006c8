#include "rules/phrases.h"

#include <QStringList>

namespace heed::rules {
namespace {

Phrase phrase(const char16_t* pattern, const char16_t* why, const char16_t* alternative)
{
    return {QString::fromUtf16(pattern), QString::fromUtf16(why), QString::fromUtf16(alternative)};
}

} // namespace

const std::vector<Phrase>& blamingPhrases()
{
    static const std::vector<Phrase> phrases = {
        phrase(u"put(?:s|ting)? (?:him|her|them|their)sel(?:f|ves) (?:at|in) (?:more |further )?(?:risk|danger)",
               u"A child does not choose to be at risk. Say who or what puts the child at risk.",
               u"the child is at risk from …"),
        phrase(u"(?:child|teen(?:age)?|under-?age) prostitut(?:e|es|ion)|prostitut(?:e|es|ed|ing) "
               u"(?:him|her|them)sel(?:f|ves)",
               u"There is no such thing in law: it is sexual exploitation by somebody else.",
               u"a child who is being sexually exploited"),
        phrase(u"rent boys?", u"This calls a child by what was done to him.",
               u"a child who is being sexually exploited"),
        phrase(u"promiscu(?:ous|ously|ity)", u"This judges the child. Write down what you saw or heard.",
               u"describe what you saw or heard"),
        phrase(u"sexually active", u"This hides whether the child was able to consent, and who else took part.",
               u"say what you know of what happened, and of the other person's age"),
        phrase(u"(?:had|has|having|have) (?:had )?sex with",
               u"Where a child was made to, was too young, or was with an adult, this is abuse and not sex.",
               u"was sexually abused by …, or the child's own words"),
        phrase(u"consent(?:s|ed|ing)? to (?:the )?(?:sex|abuse|it)|consensual(?:ly)?",
               u"A child cannot consent to their own abuse, and a child under 13 cannot consent in law.",
               u"say what happened and what the child says about it"),
        phrase(u"(?:life ?style|poor|bad|risky|unwise) choices?|lifestyle choice|(?:chose|choosing|chooses) to "
               u"(?:go|meet|stay|be|see|hang)",
               u"Exploitation is not a choice that a child makes.", u"is being groomed, or was made to …"),
        phrase(u"risk[- ]taking(?: behaviou?rs?)?|risky behaviou?rs?|risk[- ]taker",
               u"This puts the risk down to the child. Say what the child does and who is behind it.",
               u"the child is at risk because …"),
        phrase(u"(?:older|adult|[0-9]{2}[- ]year[- ]old) (?:boy|girl)friends?",
               u"Somebody who exploits a child is not a boyfriend or girlfriend, even where the child says so.",
               u"an older person who has contact with the child, whom the child calls a boyfriend or girlfriend"),
        phrase(u"in (?:a |an )?(?:\\w+ )?relationship with",
               u"Between a child and somebody who exploits the child there is no equal relationship.",
               u"the child says that they are in a relationship with …"),
        phrase(u"(?:involved|engaged|engaging|participat(?:es|ed|ing)) in (?:c?se|child sexual exploitation|sexual "
               u"exploitation|sexual activity)",
               u"This sounds as though the child took part of their own will.", u"is being sexually exploited"),
        phrase(u"(?:sell(?:s|ing)?|sold) (?:sex|(?:him|her|them)sel(?:f|ves))|(?:in exchange|in return) for sex",
               u"A child cannot sell sex: somebody exploits them.", u"is given … and is sexually exploited"),
        phrase(u"attention[- ]seek(?:ing|er)|(?:seek(?:s|ing)?|looking for|wants) attention",
               u"This closes the question why. Say what the child does, and what they may be trying to tell you.",
               u"describe the behaviour"),
        phrase(u"manipulative|manipulat(?:es|ing) (?:staff|adults|us)",
               u"This judges the child. Say what the child said or did.", u"describe what was said or done"),
        phrase(u"street[- ]?wise", u"This makes a child sound safe who may not be.",
               u"describe what the child knows or does"),
        phrase(u"mature for (?:his|her|their) (?:age|years)|looks? older than|old beyond",
               u"However old they seem, this is a child.", u"give the age"),
        phrase(u"provocative(?:ly)?|flirt(?:s|ed|ing|y|atious)?|slutty|slut|tarty",
               u"This puts the blame on how the child looks or behaves.", u"describe what you saw"),
        phrase(u"ask(?:s|ed|ing) for it|brought (?:it|this) on|(?:his|her|their) own fault|only (?:has|have) "
               u"(?:him|her|them)sel(?:f|ves) to blame",
               u"A child is never to blame for being abused.", u"say what was done to the child, and by whom"),
        phrase(u"(?:won[’']?t|will not|does not|doesn[’']?t|refus(?:es|ed|ing) to|fail(?:s|ed|ing)? to) "
               u"(?:engage|co-?operate)|non-?engag(?:ing|ement)|hard to reach|difficult to engage",
               u"This says that it is the child's fault. Services have to find a way to reach the child.",
               u"we have not yet found a way to work with the child"),
        phrase(u"abscond(?:s|ed|ing|er)?",
               u"This makes it sound like an offence. Ask what the child went away from, or to whom.",
               u"went missing, or left without telling anybody"),
        phrase(u"(?:drug|county lines?) (?:runn(?:er|ing)|deal(?:er|ing)|mule)|deal(?:s|ing) drugs|running (?:a "
               u")?(?:county )?lines?",
               u"A child who carries drugs for others is being exploited by them.", u"is being criminally exploited"),
        phrase(u"gang (?:member|affiliated|involved)|(?:in|joined|part of) a gang",
               u"This labels the child. Say whom the child is with and what they make the child do.",
               u"is being exploited by a group"),
        phrase(u"child porn(?:ography)?|kiddie porn|(?:naked|nude) selfies?",
               u"Pictures of abuse are evidence of a crime against a child.", u"sexual images of a child"),
        phrase(u"fail(?:s|ed|ing)? to disclose|refus(?:es|ed|ing) to disclose|(?:false|falsely) (?:claim|alleg)\\w*",
               u"A child owes nobody an account. Children tell when they feel safe enough.",
               u"has not yet felt able to say"),
        phrase(u"(?:hang(?:s|ing)?|hung) (?:around |about |out )?with older "
               u"(?:men|boys|people|males|lads)|associat(?:es|ed|ing) with older",
               u"This makes contact sound like the child's own doing.", u"older people have contact with the child"),
        phrase(u"naughty|troubled child|problem child|badly behaved|beyond (?:parental )?control|out of control",
               u"This judges the child. Say what happened.", u"describe the behaviour"),
        phrase(u"recruit(?:s|ed|ing)? (?:other|her|his|their) (?:girls|boys|children|friends|pupils)",
               u"A child who brings other children along is mostly made to.", u"is made to bring other children along"),
        phrase(u"groom(?:s|ed|ing)? (?:him|her|them)sel(?:f|ves)", u"Nobody grooms themself.", u"was groomed by …"),
    };
    return phrases;
}

const std::vector<Phrase>& opinionPhrases()
{
    static const std::vector<Phrase> phrases = {
        phrase(u"I (?:think|believe|feel|suspect|guess|reckon|assume)|I['’]m (?:sure|certain)|I am (?:sure|certain)",
               u"This is what you think. It counts, under \"What I think\", where it is not taken for a fact.", u""),
        phrase(u"in my (?:opinion|view)|it is my (?:opinion|view)",
               u"This is what you think. It counts, under \"What I think\", where it is not taken for a fact.", u""),
        phrase(u"obviously|clearly|undoubtedly|no doubt|without (?:a )?doubt|of course",
               u"What is clear to you may not be clear to the reader. Say what you saw that makes it so.", u""),
        phrase(u"probably|presumably|must have|it seems|seem(?:s|ed) to|appear(?:s|ed) to be|apparently",
               u"This is a guess. Say what you saw or heard, and put the guess under \"What I think\".", u""),
        phrase(u"everyone knows|everybody knows|it is well known|well known to|known liar|(?:is|was) lying",
               u"Say who told you, or what you saw yourself.", u""),
    };
    return phrases;
}

const QStringList& knownAbbreviations()
{
    static const QStringList words =
        QStringLiteral(
            "AM PM BST GMT UK EU USA US UN TV DVD CD PC IT ICT AI ID PIN SIM USB QR CCTV GPS SMS MMS DM DMS OK FB IG "
            "PE RE RS DT PSHE RSE RSHE SMSC EAL GCSE A AS BTEC SAT SATS KS1 KS2 KS3 KS4 KS5 EYFS SEN SEND SENCO "
            "SENDCO EHCP EHC FSM PP LAC CLA CIN CP CPP TAC TAF EHA HT DHT AHT SLT TA HLTA LSA NQT ECT HOY HOD DSL "
            "DDSL DSO LADO MASH CSE CSA CCE CAMHS GP AE NHS STI STIS STD HIV GUM MARF MACE NRM NSPCC CEOP NCA IWF "
            "GMP PC DC DS DI CPS LA LSCB MSCP YOS YOT YJS SW EWO ESW KCSIE CPOMS UPN DOB NFA MFH FGM HBV DV DA MARAC "
            "DFE OFSTED ICO MP MBE NE NW SE BMW VW KFC HMV MOT PTA UKS MR MRS MS DR XL BB GUN NO SO WE HE IS TO ME MY "
            "IN ON IF AT OR UP BY DO GO BE AN OF US")
            .split(u' ');
    return words;
}

} // namespace heed::rules
