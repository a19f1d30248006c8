#include "session/school_guidance.h"

#include "model/json.h"
#include "platform/clock.h"
#include "session/state.h"

#include <QRegularExpression>

#include <algorithm>

namespace heed::session {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::GuidanceFile;
using model::Result;

namespace {

Result checkLimits(const std::vector<GuidanceFile>& files)
{
    qsizetype sum = 0;
    for (const auto& file : files) {
        if (file.content.size() > model::largestGuidanceFile)
            return failure(ErrorCode::BadInput, QStringLiteral("%1 is larger than %2 KiB: make it shorter.")
                                                    .arg(file.name.left(60))
                                                    .arg(model::largestGuidanceFile / 1024));
        sum += file.content.size();
    }
    if (files.size() > static_cast<std::size_t>(model::mostGuidanceFiles))
        return failure(ErrorCode::BadInput, QStringLiteral("A school can have %1 pages and cards of its own: take one "
                                                           "out first.")
                                                .arg(model::mostGuidanceFiles));
    if (sum > model::largestGuidance)
        return failure(
            ErrorCode::BadInput,
            QStringLiteral("The school's own pages would be larger than %1 KiB together: take one out first.")
                .arg(model::largestGuidance / 1024));
    return {};
}

/// Puts other files in force and records it.
Result change(Session& session, const std::function<Result(std::vector<GuidanceFile>&)>& edit, const QString& what,
              const QString& reason)
{
    HEED_TRY(mayChange(session));
    auto& state = session.state();
    const auto amend = [&](vault::VaultStatement& next) -> Result {
        HEED_TRY(edit(next.guidance));
        HEED_TRY(checkLimits(next.guidance));
        HEED_TRY(guidance::Library::builtIn().with(next.guidance));
        return {};
    };
    HEED_TRY(vault::amendVault(state.folder, state.unlocked, platform::now(), amend));
    journal::Draft draft;
    draft.kind = model::Kind::ProfileChanged;
    draft.desk = model::safeguardingDesk;
    draft.body = model::TextBody{what, reason, {}, {}};
    return state.write(draft, rules::Record::Own).map([](const journal::Written&) {});
}

/// "Our child protection policy" → "our-child-protection-policy".
QString slug(const QString& title)
{
    static const QRegularExpression other(QStringLiteral("[^a-z0-9]+"));
    auto name = title.toLower().normalized(QString::NormalizationForm_KD).replace(other, QStringLiteral("-")).left(60);
    while (name.startsWith(u'-'))
        name.remove(0, 1);
    while (name.endsWith(u'-'))
        name.chop(1);
    return name;
}

QString oneLine(const QString& text)
{
    return text.simplified();
}

const QString& ownSource()
{
    static const QString id = QStringLiteral("our-school");
    return id;
}

} // namespace

std::vector<GuidanceFile> schoolGuidance(Session& session)
{
    return session.state().policy().vault.guidance;
}

guidance::Library libraryWith(const std::vector<GuidanceFile>& files)
{
    const auto& builtIn = guidance::Library::builtIn();
    if (auto whole = builtIn.with(files))
        return *std::move(whole);
    // One that cannot be read must not take the others with it.
    std::vector<GuidanceFile> fit;
    for (const auto& file : files) {
        fit.push_back(file);
        if (!builtIn.with(fit))
            fit.pop_back();
    }
    return builtIn.with(fit).value_or(builtIn);
}

Result addGuidance(Session& session, const GuidanceFile& file, const QString& reason)
{
    return change(
        session,
        [&](std::vector<GuidanceFile>& files) -> Result {
            const auto found = std::find_if(files.begin(), files.end(),
                                            [&](const GuidanceFile& one) { return one.name == file.name; });
            if (found == files.end())
                files.push_back(file);
            else
                *found = file;
            return {};
        },
        QStringLiteral("Guidance of the school, put in force: %1\n\n%2")
            .arg(file.name, QString::fromUtf8(file.content)),
        reason);
}

Result removeGuidance(Session& session, const QString& name, const QString& reason)
{
    auto wanted = name.trimmed();
    if (wanted.startsWith(QStringLiteral("own/")))
        wanted.remove(0, 4);
    return change(
        session,
        [&](std::vector<GuidanceFile>& files) -> Result {
            const auto isIt = [&](const GuidanceFile& one) {
                return one.name == wanted || one.name.section(u'.', 0, -2) == wanted;
            };
            if (std::erase_if(files, isIt) > 0)
                return {};
            QStringList names;
            for (const auto& one : files)
                names << one.name;
            return failure(ErrorCode::NotFound,
                           names.isEmpty() ? QStringLiteral("The school has no pages or cards of its own.")
                                           : QStringLiteral("The school has no page or card \"%1\". It has: %2.")
                                                 .arg(name.left(60), names.join(QStringLiteral(", "))));
        },
        QStringLiteral("Guidance of the school, taken out: %1").arg(wanted), reason);
}

Expected<GuidanceFile> writePage(const WrittenPage& page, const QDate& today)
{
    HEED_TRY(needs(page.title, "The page needs a title."));
    HEED_TRY(needs(page.summary, "The page needs a sentence that says what it is, for the list."));
    HEED_TRY(needs(page.text, "The page is empty: write something first."));
    HEED_TRY(needs(page.source, "Say where the page comes from, such as: Our child protection policy, 2026."));
    if (page.audience.empty())
        return failure(ErrorCode::BadInput, QStringLiteral("Say for whom the page is."));
    const auto name = slug(page.title);
    if (name.isEmpty())
        return failure(ErrorCode::BadInput, QStringLiteral("The title needs letters or digits."));
    QStringList readers;
    for (const auto reader : page.audience)
        readers << model::nameOf(reader);
    auto source = oneLine(page.source);
    source.replace(u'|', u'/');
    auto text = page.text.trimmed();
    // Every page cites its source: one that is written here has a single one, at its end.
    const auto mark = QStringLiteral("[^%1]").arg(ownSource());
    if (!text.contains(mark))
        text += QStringLiteral("\n\nFrom: ") + source + u'.' + mark;
    const auto file =
        QStringLiteral("---\ntitle: %1\nsummary: %2\naudience: %3\nsection: school\norder: 1\nreviewed: %4\n"
                       "source: %5 | read %6 | %7\n---\n%8\n")
            .arg(oneLine(page.title), oneLine(page.summary), readers.join(QStringLiteral(", ")),
                 today.toString(Qt::ISODate), ownSource(), QString::number(today.year()), source, text);
    const GuidanceFile made{name + QStringLiteral(".md"), file.toUtf8()};
    HEED_TRY(guidance::parsePage(made.name, made.content));
    return made;
}

Expected<GuidanceFile> writeCard(const guidance::Card& card)
{
    const auto name = slug(card.name);
    if (name.isEmpty())
        return failure(ErrorCode::BadInput, QStringLiteral("The name needs letters or digits."));
    const GuidanceFile made{name + QStringLiteral(".json"), model::writeJson(model::toShape(card))};
    HEED_TRY(guidance::parseCard(made.name, made.content));
    return made;
}

std::optional<WrittenPage> writtenPage(const guidance::Page& page)
{
    if (page.sources.size() != 1 || page.sources.front().id != ownSource() || !page.sign.isEmpty() ||
        page.section != guidance::Section::School)
        return {};
    auto text = page.body;
    const auto source = page.sources.front().text;
    const auto ending = QStringLiteral("\n\nFrom: ") + source + QStringLiteral(".[^") + ownSource() + u']';
    if (text.endsWith(ending))
        text.chop(ending.size());
    return WrittenPage{page.title, page.summary, page.audience, text, source};
}

} // namespace heed::session
