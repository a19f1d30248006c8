#pragma once

#include "model/case.h"
#include "report/document.h"
#include "report/summary.h"

// How values are said on paper. No blanks: what is missing is said in words.

namespace heed::report {

inline const QString notKnown = QStringLiteral("Not known");
inline const QString notAsked = QStringLiteral("Not asked");
inline const QString notStated = QStringLiteral("Not stated");
inline const QString noInformation = QStringLiteral("No information available");
inline const QString leftOut = QStringLiteral("Left out of this copy");
inline const QString confidential = QStringLiteral("Confidential: child protection");

/// "20 November 2026"; the words do not depend on the machine's language.
QString dateText(const QDate& date);
/// "20 November 2026, 14:10", in `zone`.
QString momentText(const QDateTime& moment, const QTimeZone& zone);
QString dateOrNotKnown(const std::optional<QDate>& date);
/// "3 May 2011 (15 years old)", counted on `today`.
QString birthText(const std::optional<QDate>& born, const QDate& today);

/// When something was seen, as well as its author knows; empty where nothing is said of it.
QString observedText(const model::Concern& concern, const QTimeZone& zone);
/// "18 November 2026, 21:30", or the day alone.
QString momentText(const model::Moment& moment);
/// "Since … ; came back … ; told to the police …"; empty without such facts.
QString missingText(const std::optional<model::MissingFacts>& missing);
/// "left forearm, front": large first letter.
QString regionText(const model::BodyMark& mark);
/// Everything of a mark but where it is and what the child says: "Bruise; about 3 cm; round; …".
QString looksText(const model::BodyMark& mark);
QString brokenSkinText(const std::optional<bool>& broken);

QString orNotKnown(const QString& value);
QString sourceText(const std::optional<model::Source>& source);
QString kindText(model::InvolvedKind kind);
QString levelText(model::Level level);
/// "risk is higher", against the assessment before.
QString trendText(model::Trend trend);
QString consentAnswerText(model::ConsentAnswer answer);
/// "Amy Madeup (a parent or carer)", "The child".
QString partyText(model::Party party, const QString& whom);
/// One sentence of who was told, by whom and when, and what was said; or why not. `by` told them where it does not say.
QString informedText(const model::InformedBody& body, const QString& by, const QTimeZone& zone);
/// One sentence of who agreed to what, or did not, and why.
QString consentText(const model::ConsentBody& body, const QTimeZone& zone);
/// Every prompt with its evidence, judgement and rationale, under the remark that stands on every review.
QString reviewText(const model::ReviewBody& review);
QString decisionText(model::DecisionKind decision);
QString vulnerabilityText(model::Vulnerability flag);
QString stateText(model::State state);
QString documentText(const QString& document);
QString yearText(const QString& yearGroup);
/// The label that the sign was logged with, its first letter large.
QString signText(const model::ConcernBody& logged, const QString& code);
/// The same; of the sign "other" the author's own words, where there are any.
QString noticedText(const model::ConcernBody& logged, const QString& code);
/// All that was noticed (rules/signs.h), each with the day on which it was seen.
QStringList signsWithDays(const model::ConcernBody& logged);
model::Meaning meaningOf(const model::ConcernBody& logged, const QString& code);

/// A label within a sentence: its first letter small, unless it is an abbreviation.
QString inSentence(QString label);
/// Drops empty parts.
QString joined(const QStringList& parts, const QString& between);
/// "a, b and c".
QString listed(const QStringList& items);
/// In quotation marks, unless it already is.
QString quoted(const QString& words);
/// A telephone number that does not break at a line's end.
QString unbroken(const QString& phone);
/// In fours, as a person types it.
QString grouped(const QString& code);

Fact fact(const QString& label, const QString& value);
/// As answer, but who prints it was to say: "Not stated".
Fact stated(const QString& label, const Answer& value);
Fact answer(const QString& label, const Answer& value);
Cell cell(const QString& text, const QString& note = {});

/// Collects answers: those that are known become rows, and the others two lines that name them.
class Answers {
public:
    explicit Answers(Facts& facts)
        : m_facts(facts)
    {
    }
    void add(const QString& label, const Answer& value);
    void finish();

private:
    Facts& m_facts;
    QStringList m_notKnown;
    QStringList m_notAsked;
};

} // namespace heed::report
