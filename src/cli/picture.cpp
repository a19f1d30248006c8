#include "cli/verbs.h"

#include "cli/flags.h"
#include "cli/output.h"
#include "cli/sign_in.h"
#include "report/text.h"
#include "session/links.h"
#include "session/overview.h"
#include "session/saved_filters.h"

// Many concerns in one picture: figures, the same thing in several, whose each is, and who has read them.

namespace heed::cli {
namespace {

QCborMap toJson(const session::Figure& figure)
{
    return {{QStringLiteral("words"), figure.words},
            {QStringLiteral("count"), figure.count},
            {QStringLiteral("filter"), model::toShape(figure.filter)}};
}

QCborArray toJson(const std::vector<session::Figure>& figures)
{
    QCborArray all;
    for (const auto& figure : figures)
        all.append(toJson(figure));
    return all;
}

QCborArray toJson(const std::vector<session::FigureRow>& rows)
{
    QCborArray all;
    for (const auto& row : rows) {
        QCborMap map{{QStringLiteral("words"), row.words}, {QStringLiteral("figures"), toJson(row.figures)}};
        if (!row.code.isEmpty())
            map.insert(QStringLiteral("code"), row.code);
        all.append(map);
    }
    return all;
}

QString toText(const QString& title, const std::vector<session::FigureRow>& rows)
{
    auto text = u'\n' + title + u'\n';
    for (const auto& row : rows) {
        text += QStringLiteral("  ") + row.words + u'\n';
        for (const auto& figure : row.figures)
            if (figure.count > 0)
                text += QStringLiteral("    %1: %2\n").arg(figure.words).arg(figure.count);
    }
    return text;
}

Outcome overview(const Command& command)
{
    constexpr int mostMonths = 24;
    HEED_TAKE(const int months, command.number("months", 6, 1, mostMonths));
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto all, session::overview(*session, months));
    QString text;
    for (const auto& figure : all.now)
        text += QStringLiteral("%1: %2\n").arg(figure.words).arg(figure.count);
    HEED_TAKE(const auto gathering, session::gathering(*session));
    QCborArray children;
    if (!gathering.empty())
        text += QStringLiteral("\nSeveral concerns in the last six weeks\n");
    for (const auto& child : gathering) {
        children.append(QCborMap{{QStringLiteral("id"), child.id},
                                 {QStringLiteral("name"), child.name},
                                 {QStringLiteral("yearGroup"), child.yearGroup},
                                 {QStringLiteral("concerns"), child.concerns},
                                 {QStringLiteral("last"), model::writeValue(child.last)}});
        text += QStringLiteral("  %1: %2, the last %3\n").arg(child.name).arg(child.concerns).arg(words(child.last));
    }
    text += toText(QStringLiteral("By how long ago it was logged"), all.byAge);
    text += toText(QStringLiteral("How soon it was acknowledged, by month of logging"), all.waits);
    text += toText(QStringLiteral("Signs, by month of logging"), all.signsSeen);
    return Answer::of({{QStringLiteral("now"), toJson(all.now)},
                       {QStringLiteral("byAge"), toJson(all.byAge)},
                       {QStringLiteral("logged"), toJson(all.months)},
                       {QStringLiteral("acknowledged"), toJson(all.waits)},
                       {QStringLiteral("signs"), toJson(all.signsSeen)},
                       {QStringLiteral("gathering"), children}},
                      text);
}

Outcome governors(const Command& command)
{
    const auto path = command.value("pdf");
    HEED_TAKE(const auto session, signIn(command));
    const auto sheet = path.isEmpty() ? session::governorsSheet(*session) : session::saveGovernorsSheet(*session, path);
    if (!sheet)
        return tl::make_unexpected(sheet.error());
    if (!path.isEmpty())
        return Answer::of({{QStringLiteral("pdf"), path}}, QStringLiteral("The sheet is in %1\n").arg(path));
    const auto text = report::plainBody(*sheet);
    return Answer::of({{QStringLiteral("text"), text}}, text);
}

Outcome elsewhere(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto things, session::sameElsewhere(*session, command.place("REFERENCE")));
    QCborArray all;
    QString text;
    for (const auto& thing : things) {
        QCborArray others;
        text += QStringLiteral("%1: %2\n").arg(model::nameOf(thing.kind), thing.shown);
        for (const auto& other : thing.others) {
            others.append(QCborMap{{QStringLiteral("reference"), other.reference},
                                   {QStringLiteral("child"), other.child},
                                   {QStringLiteral("childId"), other.childId},
                                   {QStringLiteral("loggedAt"), model::writeValue(other.loggedAt)},
                                   {QStringLiteral("shown"), other.shown}});
            text += QStringLiteral("  %1  %2  %3  \"%4\"\n")
                        .arg(other.reference, other.child, words(other.loggedAt), other.shown);
        }
        if (thing.areMore)
            text += QStringLiteral("  and more\n");
        all.append(QCborMap{{QStringLiteral("kind"), model::nameOf(thing.kind)},
                            {QStringLiteral("shown"), thing.shown},
                            {QStringLiteral("others"), others},
                            {QStringLiteral("areMore"), thing.areMore}});
    }
    if (things.empty())
        text = QStringLiteral("Nothing of this concern stands in another.\n");
    return Answer::of({{QStringLiteral("same"), all}}, text);
}

Outcome readers(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto all, session::readersOf(*session, command.place("CHILD")));
    QCborArray array;
    QString text;
    for (const auto& one : all) {
        array.append(QCborMap{{QStringLiteral("who"), one.who},
                              {QStringLiteral("at"), model::writeValue(one.at)},
                              {QStringLiteral("reference"), one.reference}});
        text += QStringLiteral("%1  %2  %3\n").arg(words(one.at), one.who, one.reference);
    }
    if (all.empty())
        text = QStringLiteral("Nobody has opened a record of this child yet.\n");
    return Answer::of({{QStringLiteral("readers"), array}}, text);
}

Outcome merge(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TRY(session::mergeChildren(*session, command.place("CHILD"), command.value("into"), command.value("reason")));
    return Answer::of({{QStringLiteral("merged"), command.place("CHILD")}},
                      QStringLiteral("One record from now on. Both keep their histories.\n"));
}

Outcome unmerge(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TRY(session::unmergeChild(*session, command.place("CHILD"), command.value("reason")));
    return Answer::of({{QStringLiteral("unmerged"), command.place("CHILD")}},
                      QStringLiteral("It stands by itself again.\n"));
}

Outcome whose(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TRY(
        session::correctChild(*session, command.place("REFERENCE"), command.value("child"), command.value("reason")));
    return Answer::of({{QStringLiteral("reference"), command.place("REFERENCE")},
                       {QStringLiteral("recorded"), QStringLiteral("child-linked")}},
                      QStringLiteral("It is recorded whose this concern is.\n"));
}

Outcome filters(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto kept, session::savedFilters(*session));
    QCborArray all;
    QString text;
    for (const auto& one : kept) {
        all.append(model::toShape(one));
        text += one.name + u'\n';
    }
    if (kept.empty())
        text = QStringLiteral("No filters are kept. To keep one: heed-cli list VAULT … --keep-as NAME\n");
    return Answer::of({{QStringLiteral("filters"), all}}, text);
}

} // namespace

std::vector<Verb> pictureVerbs()
{
    constexpr auto reason = neededFlag("reason", "TEXT", "How you know");
    return {{"overview"_s,
             "overview",
             "VAULT"_s,
             "What waits, what is overdue, and the figures behind it"_s,
             {valueFlag("months", "N", "So many months, this one included; 6 if not given")},
             overview},
            {"governors"_s,
             "governors",
             "VAULT"_s,
             "A year in figures without names, small numbers not told"_s,
             {valueFlag("pdf", "PATH", "Where; without it the text comes on standard output")},
             governors,
             true,
             true},
            {"elsewhere"_s,
             "elsewhere",
             "VAULT REFERENCE"_s,
             "Plates, numbers, names and places of a concern that stand in others too"_s,
             {},
             elsewhere},
            {"readers"_s, "readers", "VAULT CHILD"_s, "Who has opened a child's records"_s, {}, readers},
            {"merge"_s,
             "merge",
             "VAULT CHILD"_s,
             "Say that two records are one child's"_s,
             {neededFlag("into", "CHILD", "The child whose record it becomes"), reason},
             merge},
            {"unmerge"_s, "unmerge", "VAULT CHILD"_s, "Take a merging back"_s, {reason}, unmerge},
            {"whose"_s,
             "whose",
             "VAULT REFERENCE"_s,
             "Put right whose a concern is"_s,
             {valueFlag("child", "CHILD", "Whose it is; without it, nobody's who is known here"), reason},
             whose},
            {"filters"_s, "filters", "VAULT"_s, "The filters that you keep"_s, {}, filters}};
}

} // namespace heed::cli
