#include "qt_strings.h"
#include "school.h"
#include "session/review.h"
#include "session/upkeep.h"

#include <QFile>

using namespace heed;
using namespace heed::tests;

namespace {

const auto second = QStringLiteral("Second Lead");

/// The signed files that a change writes one after the other.
class Files {
public:
    explicit Files(const School& school)
        : m_vault(school.path())
    {
        for (const auto& name : names())
            m_bytes << read(name);
    }
    static QStringList names()
    {
        return {QStringLiteral("vault.json"), QStringLiteral("desks/safeguarding.json"),
                QStringLiteral("desks/everyone.json")};
    }
    void putBack(const QString& name) const
    {
        QFile file(m_vault + u'/' + name);
        REQUIRE(file.open(QIODevice::WriteOnly));
        const auto& bytes = m_bytes[names().indexOf(name)];
        REQUIRE(file.write(bytes) == bytes.size());
    }

private:
    QByteArray read(const QString& name) const
    {
        QFile file(m_vault + u'/' + name);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    QString m_vault;
    QByteArrayList m_bytes;
};

QStringList typed(const session::ShareSheet& sheet)
{
    return {sheet.groups.join(u' ')};
}

} // namespace

TEST_CASE("A power cut between the files of new shares leaves a vault that opens, recovers, and is put right")
{
    School school;
    QString reference;
    std::vector<session::ShareSheet> fresh;
    std::optional<Files> before;
    {
        auto lead = school.signInLead();
        reference = session::logConcern(*lead, someConcern())->reference;
        before.emplace(school);
        const auto made = session::reissueShares(*lead, 3, 2);
        REQUIRE(made);
        fresh = *made;
    }
    // The desk itself is written first. This PC has seen the end of it, so another one finds what the power cut left.
    school.usePc(QStringLiteral("pc-two"));
    before->putBack(QStringLiteral("desks/everyone.json"));
    SECTION("after the second file") {}
    SECTION("after the first file")
    {
        before->putBack(QStringLiteral("vault.json"));
    }
    SECTION("after the first file, and nobody signs in before the shares are needed")
    {
        before->putBack(QStringLiteral("vault.json"));
        REQUIRE(session::recoverDesk(school.path(), typed(fresh[0]) + typed(fresh[2]), second, staffPassword));
        REQUIRE(session::openCase(*school.signIn(second, staffPassword), reference));
    }
    REQUIRE(session::openCase(*school.signInLead(), reference));
    REQUIRE(session::recoverDesk(school.path(), typed(fresh[0]) + typed(fresh[1]), QStringLiteral("Newly Trusted"),
                                 staffPassword));
    auto trusted = school.signIn(QStringLiteral("Newly Trusted"), staffPassword);
    REQUIRE(session::openCase(*trusted, reference));
    REQUIRE(session::logConcern(*trusted, someConcern()));
    const auto checked = session::verify(*trusted);
    REQUIRE(checked);
    CHECK(checked->findings.empty());
}
