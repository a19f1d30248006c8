#pragma once

#include "casebook/casebook.h"
#include "model/reference.h"
#include "room.h"

namespace heed::tests {

inline model::Concern concernAbout(const QString& forename, const QString& surname = QStringLiteral("Pupil"))
{
    model::Concern concern;
    concern.child.forename = forename;
    concern.child.surname = surname;
    concern.child.dateOfBirth = QDate(2012, 5, 3);
    concern.facts = QStringLiteral("Came in with a new telephone.");
    return concern;
}

/// A room with a lead, a head and two of staff, who write about concerns.
struct Desk : Room {
    vault::Keyring& lead = add(QStringLiteral("Testa Lead"), model::Role::Dsl);
    vault::Keyring& head = add(QStringLiteral("Hedda Mock"), model::Role::Head);
    vault::Keyring& anna = add(QStringLiteral("Anna Assistant"), model::Role::Staff);
    vault::Keyring& bob = add(QStringLiteral("Bob Builder"), model::Role::Staff);
    journal::Journal journal = journalInMemory();

    journal::Draft concernDraft(const vault::Keyring& author, const model::Concern& concern) const
    {
        journal::Draft draft;
        draft.id = model::newRecordId(crypto::randomBytes);
        draft.kind = model::Kind::Concern;
        draft.desk = model::safeguardingDesk;
        draft.addressee = author.member;
        model::ConcernBody body;
        body.concern = concern;
        for (std::size_t i = 0; i < 1 + concern.children.size(); ++i)
            body.children << QString::fromLatin1(crypto::randomBytes(8).toHex());
        body.route.contact.name = QStringLiteral("Testa Lead");
        draft.body = body;
        return draft;
    }
    journal::Written log(const vault::Keyring& author, const model::Concern& concern, const QDateTime& at = morning)
    {
        return append(journal, author, concernDraft(author, concern), at);
    }
    journal::Written add(const vault::Keyring& author, const journal::Written& record, model::Kind kind,
                         model::Body body, const QDateTime& at = morning)
    {
        journal::Draft draft;
        draft.kind = kind;
        draft.desk = record.content.desk;
        draft.record = record.content.id;
        draft.body = std::move(body);
        return append(journal, author, draft, at);
    }
    using Room::add;

    casebook::Reading reading() const
    {
        casebook::Reading reading;
        reading.keys = deskKeys(model::safeguardingDesk);
        reading.desk = model::safeguardingDesk;
        reading.policy = &policy;
        return reading;
    }
    casebook::Casebook project(journal::Journal& from) const
    {
        auto book = taken(casebook::Casebook::inMemory());
        taken(book.bringUpToDate(from, reading()));
        return book;
    }
    casebook::Casebook project() { return project(journal); }

    static QString reference(const journal::Written& record) { return model::referenceOf(record.content.id); }
    model::Case record(casebook::Casebook& book, const journal::Written& record) const
    {
        const auto found = taken(book.record(reference(record), policy));
        REQUIRE(found);
        return *found;
    }
    static QString firstChild(const journal::Written& record)
    {
        return taken(model::readBody(model::Kind::Concern, record.content.body).map([](const model::Body& body) {
            return std::get<model::ConcernBody>(body).children.front();
        }));
    }
};

inline const model::Body nothing = model::EmptyBody{};
inline model::Body text(const char* words, const QString& to = {})
{
    return model::TextBody{QString::fromLatin1(words), QStringLiteral("reason"), to, {}};
}

} // namespace heed::tests
