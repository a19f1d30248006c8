#include "qt_strings.h"
#include "school.h"
#include "session/review.h"
#include "session/upkeep.h"

#include <QFile>

using namespace heed;
using namespace heed::tests;

namespace {

/// An older copy of a vault's file, to be put back over a newer one.
class OldCopy {
public:
    OldCopy(const School& school, const QString& name)
        : m_path(school.path() + u'/' + name)
        , m_copy(school.filePath(QString(name).replace(u'/', u'_')))
    {
        REQUIRE(QFile::copy(m_path, m_copy));
    }
    void putBack() const
    {
        REQUIRE(QFile::remove(m_path));
        REQUIRE(QFile::copy(m_copy, m_path));
    }

private:
    QString m_path;
    QString m_copy;
};

} // namespace

TEST_CASE("A journal that was put back opens read-only and says what is missing")
{
    School school;
    auto lead = school.signInLead();
    REQUIRE(session::logConcern(*lead, someConcern()));
    lead.reset();
    const OldCopy journal(school, QStringLiteral("journal.db"));
    lead = school.signInLead();
    REQUIRE(session::logConcern(*lead, someConcern()));
    lead.reset();
    journal.putBack();

    lead = school.signInLead();
    CHECK(lead->isReadOnly());
    REQUIRE_FALSE(lead->warnings().isEmpty());
    CHECK(lead->warnings().front().contains(QStringLiteral("is not there now")));
    CHECK(session::logConcern(*lead, someConcern()).error().code == model::ErrorCode::Behind);
    const auto checked = session::verify(*lead);
    REQUIRE(checked);
    CHECK_FALSE(checked->findings.empty());
    // Another PC, which never saw the second concern, goes on: nothing tells it that something is missing.
    lead.reset();
    school.usePc(QStringLiteral("pc-two"));
    CHECK_FALSE(school.signInLead()->isReadOnly());
}

TEST_CASE("A list of members that was put back while somebody is signed in stops their next entry")
{
    School school;
    auto lead = school.signInLead();
    const OldCopy vault(school, QStringLiteral("vault.json"));
    const OldCopy everyone(school, QStringLiteral("desks/everyone.json"));
    REQUIRE(session::addMember(*lead, QStringLiteral("Anna Assistant"), model::Role::Staff, staffPassword));
    REQUIRE(session::logConcern(*lead, someConcern()));
    vault.putBack();
    everyone.putBack();
    const auto refused = session::logConcern(*lead, someConcern());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == model::ErrorCode::Behind);
    CHECK(lead->isReadOnly());
}

TEST_CASE("Two PCs write to one vault, each in its own chain, and each sees the other's")
{
    School school;
    {
        auto lead = school.signInLead();
        REQUIRE(session::logConcern(*lead, someConcern()));
    }
    school.usePc(QStringLiteral("pc-two"));
    auto there = school.signInLead();
    REQUIRE(session::logConcern(*there, someConcern()));
    CHECK(session::queue(*there)->rows.size() == 2);
    school.usePc(QStringLiteral("pc-one"));
    auto here = school.signInLead();
    REQUIRE(session::logConcern(*here, someConcern()));
    REQUIRE(there->refresh());
    CHECK(session::queue(*there)->rows.size() == 3);
    const auto checked = session::verify(*here);
    REQUIRE(checked);
    CHECK(checked->findings.empty());
    CHECK(checked->entries == 3);
}
