#include "guidance/render.h"

#include "model/profile.h"
#include "rules/services.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace heed::guidance {

namespace {

/// Both marks that a page may carry, in one pass over its text.
const QRegularExpression& marks()
{
    static const QRegularExpression expression(QStringLiteral("\\[\\^([a-z0-9-]+)\\]|\\{\\{([A-Za-z.]+)\\}\\}"));
    return expression;
}

QString escaped(const QString& value)
{
    QString out;
    for (const auto c : value.simplified()) {
        if (QStringLiteral("\\`*_{}[]()#+-.!|<>~&").contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

/// Whether the sentence that ends at `end` of `body` states a figure.
bool sentenceHasFigure(const QString& body, qsizetype end)
{
    static const QRegularExpression start(QStringLiteral("[.?!:]\\s|\\]\\s|\\n"));
    const auto before = body.left(end).trimmed();
    const auto from = before.chopped(std::min<qsizetype>(before.size(), 1)).lastIndexOf(start);
    static const QRegularExpression figure(
        QStringLiteral("\\d|\\b(half|third|quarter|per cent|million|thousand|hundred|twice|one in)\\b"));
    auto sentence = before.mid(std::max<qsizetype>(from, 0));
    sentence.remove(marks());
    return figure.match(sentence).hasMatch();
}

QString stripped(QString text, bool keepAddresses)
{
    static const QRegularExpression markerOrSlot(QStringLiteral("\\s*\\[\\^[^\\]]*\\]|\\{\\{[^}]*\\}\\}"));
    static const QRegularExpression numbered(QStringLiteral("\\[\\\\\\[(\\d+)\\\\\\]\\]\\(heed:source/\\d+\\)"));
    static const QRegularExpression insideLink(QStringLiteral("\\[([^\\[\\]]*)\\]\\((heed:[^)]*)\\)"));
    static const QRegularExpression outsideLink(QStringLiteral("\\[([^\\[\\]]*)\\]\\(([^)]*)\\)"));
    static const QRegularExpression lineMark(QStringLiteral("^(#{1,6}\\s+|>\\s?)"),
                                             QRegularExpression::MultilineOption);
    static const QRegularExpression emphasis(QStringLiteral("(?<!\\\\)\\*{1,2}"));
    static const QRegularExpression escape(QStringLiteral("\\\\([!-/:-@\\[-`{-~])"));
    text.remove(markerOrSlot);
    text.replace(numbered, QStringLiteral("[\\1]"));
    text.replace(insideLink, QStringLiteral("\\1"));
    text.replace(outsideLink, keepAddresses ? QStringLiteral("\\1 (\\2)") : QStringLiteral("\\1"));
    text.remove(lineMark);
    text.remove(emphasis);
    text.replace(escape, QStringLiteral("\\1"));
    text.replace(QChar::Nbsp, u' ');
    return text;
}

QString joined(const QStringList& names)
{
    return names.join(QStringLiteral(", "));
}

} // namespace

const std::vector<Slot>& knownSlots()
{
    static const std::vector<Slot> known{
        {QStringLiteral("school.name"), QStringLiteral("the school")},
        {QStringLiteral("dsl.names"), QStringLiteral("the designated safeguarding leads, in order")},
        {QStringLiteral("head.name"), QStringLiteral("the head")},
        {QStringLiteral("chair.name"), QStringLiteral("the chair of governors")},
        {QStringLiteral("lado.name"), QStringLiteral("the local authority designated officer")},
        {QStringLiteral("lado.phone"), QStringLiteral("that officer's number")},
        {QStringLiteral("mash.name"), QStringLiteral("the safeguarding hub")},
        {QStringLiteral("mash.phone"), QStringLiteral("the hub's number")},
        {QStringLiteral("mash.hours"), QStringLiteral("the hub's hours")},
        {QStringLiteral("mash.source"), QStringLiteral("where the hub's number comes from")},
        {QStringLiteral("mash.checked"), QStringLiteral("the day the hub's number was last checked")},
        {QStringLiteral("clocks.acknowledge"), QStringLiteral("minutes in which a lead should have read a concern")},
        {QStringLiteral("clocks.written"), QStringLiteral("hours in which a referral by telephone is to be confirmed")},
        {QStringLiteral("route.name"), QStringLiteral("whom to tell now")},
        {QStringLiteral("route.phone"), QStringLiteral("their number")},
        {QStringLiteral("route.deputies"), QStringLiteral("whom to tell if they cannot be reached, in order")},
        {QStringLiteral("route.reasons"), QStringLiteral("why it is they, in sentences")}};
    return known;
}

bool isKnownSlot(const QString& name)
{
    const auto& known = knownSlots();
    return std::any_of(known.begin(), known.end(), [&](const Slot& known_) { return known_.name == name; });
}

Filling fillingFrom(const model::Profile& profile)
{
    QStringList leads;
    for (const auto& dsl : profile.dsls)
        leads << dsl.name;
    Filling filling{{QStringLiteral("school.name"), profile.school.name},
                    {QStringLiteral("dsl.names"), joined(leads)},
                    {QStringLiteral("head.name"), profile.head.name},
                    {QStringLiteral("chair.name"), profile.chair.name},
                    {QStringLiteral("lado.name"), profile.lado.name},
                    {QStringLiteral("lado.phone"), profile.lado.phone.value_or(QString())},
                    {QStringLiteral("mash.name"), profile.mash.name},
                    {QStringLiteral("mash.phone"), profile.mash.phone.value_or(QString())},
                    {QStringLiteral("mash.hours"), rules::mashHours(profile)},
                    {QStringLiteral("mash.source"), profile.mash.source},
                    {QStringLiteral("mash.checked"),
                     profile.mash.checked ? profile.mash.checked->toString(QStringLiteral("d MMMM yyyy")) : QString()},
                    {QStringLiteral("clocks.acknowledge"), QString::number(profile.clocks.acknowledgeMinutes)},
                    {QStringLiteral("clocks.written"), QString::number(profile.clocks.writtenConfirmationHours)}};
    return filling;
}

Rendered render(const Page& page, QDate today, const Filling& filling)
{
    Rendered rendered;
    rendered.contents = contentsOf(page);
    QHash<QString, int> numbers;
    qsizetype done = 0;
    for (auto found = marks().globalMatch(page.body); found.hasNext();) {
        const auto match = found.next();
        rendered.markdown += QStringView(page.body).mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        if (const auto name = match.captured(2); !name.isEmpty()) {
            const auto value = filling.value(name).trimmed();
            auto shown = escaped(value);
            if (name.endsWith(u".phone"))
                shown.replace(u' ', QChar::Nbsp); // a number stays in one line
            if (value.isEmpty())
                rendered.unfilled << name;
            rendered.markdown += value.isEmpty() ? QStringLiteral("*(not filled in yet)*") : shown;
            continue;
        }
        const auto* source = page.source(match.captured(1));
        if (!source)
            continue;
        const bool old = source->isOldOn(today);
        auto& number = numbers[source->id];
        if (number == 0) {
            number = static_cast<int>(rendered.sources.size()) + 1;
            rendered.sources.push_back({number, source->text, source->link, source->year, source->undated, old});
        }
        rendered.markdown += QStringLiteral(" [\\[%1\\]](heed:source/%1)").arg(number);
        if (old && sentenceHasFigure(page.body, match.capturedStart()))
            rendered.markdown += QStringLiteral(" *(figure from %1: more than ten years old)*").arg(source->year);
    }
    rendered.markdown += QStringView(page.body).mid(done);
    rendered.unfilled.removeDuplicates();
    return rendered;
}

QString sourceLine(const CitedSource& source)
{
    auto line = QStringLiteral("%1. %2 (").arg(source.number).arg(source.text);
    line += source.undated ? QStringLiteral("undated, read %1").arg(source.year) : QString::number(source.year);
    if (source.old)
        line += QStringLiteral(", more than ten years old");
    return line + u')';
}

QString plainText(const QString& markdown)
{
    return stripped(markdown, false);
}

QString terminalText(const QString& markdown)
{
    return stripped(markdown, true);
}

} // namespace heed::guidance
