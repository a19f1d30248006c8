#pragma once

#include "casebook/children.h"
#include "casebook/fold.h"
#include "casebook/id_set.h"
#include "casebook/judgement.h"
#include "journal/journal.h"
#include "journal/sealing.h"
#include "journal/watch.h"
#include "model/case_filter.h"
#include "sql/transaction.h"
#include "vault/keyring.h"

#include <QSet>

#include <map>

namespace heed::casebook {

struct TypedRun;

/// How much of the file a view holds in memory: the upper pages of its indexes, so that a query reads few.
inline constexpr char usualRoom[] = "PRAGMA cache_size = -16384";

using journal::Watch;

/// What the projection reads with.
struct Reading {
    journal::ReadingKeys keys;
    QString desk; ///< empty: the member's own entries, of every desk
    const vault::Policy* policy = nullptr;
    int batch = 1000; ///< entries in one go; where more are new, records are folded only when all have been read
};

/// What a member reads a desk with; or, for no desk, their own entries. Both must outlive it.
Reading readingOf(const vault::Policy& policy, const vault::Keyring& ring, const QString& desk);

struct RefusedEntry {
    journal::Place place;
    QString id; ///< empty where it did not open
    QString sentence;
};

/// A reader's view of the journal: a cache of tables that can be thrown away and built again.
class Casebook {
public:
    /// The desk's file. One that is missing, damaged or of another format is made anew, empty.
    static model::Expected<Casebook> open(const vault::Folder& folder, const QString& desk,
                                          const crypto::SecretBytes& key);
    /// Throws the desk's file away; nobody may have it open in this process.
    static model::Result remove(const vault::Folder& folder, const QString& desk);
    /// For a member's own entries, and for a fresh projection to compare with.
    static model::Expected<Casebook> inMemory();

    // projection.cpp

    /// Reads what the journal has that this view has not: opens it on all cores, judges it, and folds the records that
    /// it touches. Answers how many entries were new. Cancelled between two batches keeps what was done. Made from
    /// another journal, it begins again.
    model::Expected<qint64> bringUpToDate(journal::Journal& journal, const Reading& reading, const Watch& watch = {});
    /// How far a view has read, and which entries up to there it could open: what one in memory takes up again from.
    struct ReadSoFar {
        qint64 sequence = 0;
        QByteArray last; ///< the hash of the entry there
        std::vector<journal::Place> places;
    };
    model::Expected<ReadSoFar> readSoFar();
    /// Reads these entries alone, and goes on behind them. False, and nothing has changed, where it has begun already
    /// or the journal is another one than `before` was made from.
    model::Expected<bool> takeUp(journal::Journal& journal, const Reading& reading, const ReadSoFar& before);
    /// How far it has read in the journal: the same number, the same contents.
    model::Expected<qint64> readUpTo();
    /// Everything it holds, in one hash: equal for equal contents, whatever order the entries came in.
    model::Expected<QByteArray> digest();

    // elsewhere.cpp

    /// A fact of a concern that stands in others too.
    struct SameThing {
        struct Other {
            QString reference;
            QString child;
            QString childId;
            QDateTime loggedAt;
            QString shown;
        };
        model::InvolvedKind kind = model::InvolvedKind::Adult;
        QString shown;
        std::vector<Other> others; ///< the newest first
        bool areMore = false;
    };
    model::Expected<std::vector<SameThing>> elsewhere(const QString& reference);
    struct RecordRead {
        QString who;
        QDateTime at;
        QString reference;
    };
    /// Who opened the records of a child, the newest first.
    model::Expected<std::vector<RecordRead>> readingsOf(const QString& child, int most, const vault::Policy& policy);
    /// Where a child is described under this id.
    struct Description {
        QByteArray concern; ///< the record; empty for what the register says
        QString desk;
    };
    model::Expected<std::optional<Description>> descriptionOf(const QString& id);
    struct MergedChild {
        QString id;
        QString name; ///< as described
    };
    /// Whom a lead has said to be this child, as far as that still stands.
    model::Expected<std::vector<MergedChild>> mergedInto(const QString& child);

    // list.cpp

    /// One page of the concerns that the filter lets through, at most `limit`, behind `after`. A search shows the
    /// newest first whatever order the filter asks for, except the oldest first. `today` decides what is overdue.
    model::Expected<model::CasePage> list(const model::CaseFilter& filter,
                                          const std::optional<model::CaseCursor>& after, int limit, const QDate& today,
                                          const vault::Policy& policy);
    /// How many the filter lets through, counted no further than `most`.
    model::Expected<qint64> countOf(const model::CaseFilter& filter, qint64 most, const QDate& today);

    // figures.cpp

    struct Counts {
        qint64 waiting = 0;
        qint64 open = 0;
        qint64 closed = 0;
        qint64 overdueActions = 0; ///< concerns that are not closed and have one
    };
    model::Expected<Counts> counts(const QDate& today);
    /// What is counted as concerns come and go, by its name: "day/waiting/2026-11-20", "month/2026-11",
    /// "sign/missing/2026-11", "wait/2026-11/hour". Those that begin with `beginning`.
    model::Expected<std::map<QString, qint64>> tallies(const QString& beginning);

    /// A child of whom several concerns were logged.
    struct Gathering {
        QString id;
        model::Child child; ///< as last described
        qint64 concerns = 0;
        QDateTime last; ///< when the newest of them was logged
    };
    /// Children with at least `least` concerns logged at `since` or later, the most and then the newest first; no more
    /// than `most` of them.
    model::Expected<std::vector<Gathering>> gathering(const QDateTime& since, int least, int most);

    // queries.cpp

    /// The record with this reference (in its written form), folded from its entries.
    model::Expected<std::optional<model::Case>> record(const QString& reference, const vault::Policy& policy);
    model::Expected<std::vector<model::Case>>
    records(const vault::Policy& policy); ///< all of them: for a member's own few
    /// The ids of the records of a child, the newest first.
    model::Expected<std::vector<model::Case>> recordsOfChild(const QString& child, const vault::Policy& policy);

    struct ChildCursor {
        qint64 logged = 0;
        qint64 line = 0;
    };
    struct OfChild {
        std::vector<model::Case> records;
        std::optional<ChildCursor> next; ///< nothing: that was the last
    };
    /// At most `limit` of the records of a child, the newest first, behind `after`.
    model::Expected<OfChild> recordsOfChild(const QString& child, const std::optional<ChildCursor>& after, int limit,
                                            const vault::Policy& policy);
    /// Every record of a child, with nothing but its reference, when it was logged, and its signs: thousands are read
    /// at once, without folding one.
    model::Expected<std::vector<model::Case>> signsOfChild(const QString& child);

    struct FoundChild {
        QString id;
        model::Child child; ///< as last described
    };
    /// By an id that `log` answered, a UPN, or words of a name.
    model::Expected<std::vector<FoundChild>> findChildren(const QString& text);

    // pupils.cpp

    /// Every pupil of the register, as this desk may see them, in the order of their ids.
    model::Expected<std::vector<model::Pupil>> pupils();
    /// Which entries the register is made of, in a few bytes: the same, the same register.
    model::Expected<QByteArray> registerState();
    /// What the register holds of a child, by its register id or that of any description that belongs to it. Nothing
    /// for a child who is not in the register.
    model::Expected<std::optional<model::Pupil>> childFacts(const QString& child);

    /// The desk of a record and the id of its author, for what is added to it.
    struct RecordFacts {
        QByteArray id;
        QString desk;
        QString author;
    };
    model::Expected<std::optional<RecordFacts>> facts(const QString& reference);
    /// What was changed of the school's profile and its own guidance, the newest first.
    model::Expected<std::vector<model::Event>> profileChanges(const vault::Policy& policy, int limit);
    /// The entries of one kind, the newest first, no more than `limit`.
    model::Expected<std::vector<model::Event>> newest(model::Kind kind, const vault::Policy& policy, int limit);
    /// References of what is not closed and was handed over to somebody.
    model::Expected<QStringList> openWorkOf(const QString& name);
    /// How many copies of a record have been printed.
    model::Expected<int> copies(const QByteArray& record);
    /// How many entries of this desk were sealed before its epoch `epoch`.
    model::Expected<qint64> entriesBefore(qint64 epoch);
    /// Where the entries of one kind stand in the journal, the newest first.
    model::Expected<std::vector<journal::Place>> placesOf(model::Kind kind);
    struct Copy {
        QByteArray record;
        QString author; ///< the member's id
        QDateTime at;
        model::PrintedBody body;
    };
    /// Every print, PDF and copy of this desk's records, in the order of the journal.
    model::Expected<std::vector<Copy>> allCopies();
    /// Where the entries of a record stand in the journal, for verifying them again.
    model::Expected<std::vector<journal::Place>> placesOf(const QByteArray& record);
    /// What the view knows of the entry at `place`, for telling people which one it is; nothing where it never read it.
    struct EventAt {
        QString kind;
        QString author; ///< the member's id
        QDateTime at;
        QString reference; ///< of the concern that it belongs to; empty for none
    };
    std::optional<EventAt> eventAt(const journal::Place& place);
    /// Whether the entry at `place` is here with this hash and body.
    model::Expected<bool> isSame(const journal::Place& place, const QByteArray& hash, const journal::Content& content);
    /// Whether `member` has an entry of this kind in the record since `after`.
    model::Expected<bool> has(const QByteArray& record, model::Kind kind, const QString& member,
                              const QDateTime& after);

    /// An entry about the desk itself, in no concern's record: a drill, a recovery.
    struct DeskEvent {
        QByteArray id;
        QString author; ///< the member's id
        QDateTime at;
        QString text;
    };
    /// Those of one kind whose body is text; the newest first.
    model::Expected<std::vector<DeskEvent>> deskEvents(model::Kind kind);

    model::Expected<std::vector<RefusedEntry>> refused();

    // files.cpp

    /// The files that an entry carries, with their keys.
    model::Expected<std::vector<model::Attachment>> filesOf(const QString& entry);
    /// The one of that name that an entry of the record carries.
    model::Expected<std::optional<model::Attachment>> file(const model::Case& record, const QString& file);
    struct CarriedFile {
        journal::Place place;
        QString reference; ///< empty where the entry's record is not there
        model::AttachedFile about;
    };
    /// All that entries carry, of which this is the view.
    model::Expected<std::vector<CarriedFile>> carriedFiles();

    /// An entry that opened, with all that can be made of it without the tables: so that it is done on all cores.
    struct Read {
        journal::Content content;
        Judgement judgement;
        QByteArray hash;
        QByteArray body; ///< as it is written
    };
    using Opened = model::Expected<std::optional<Read>>;

private:
    static std::vector<Opened> openAll(const std::vector<journal::Row>& rows, const Reading& reading);
    explicit Casebook(sql::Connection connection)
        : m_connection(std::move(connection))
    {
    }
    /// Makes the tables of this format, unless somebody else just did.
    model::Result makeTables();
    /// Empties the tables: what was read is to be read and judged anew.
    model::Result startOver();
    model::Result startOver(sql::Transaction transaction);
    /// From here to endBulk() a journal is read from its start: without the indexes whose keys come in no order, and
    /// without noting which records are to be folded, which are all.
    model::Result beginBulk(qint64 entries);
    /// Makes what beginBulk() took away, also where a program died in between. Does nothing where all is there.
    model::Result endBulk();
    model::Expected<bool> isWhole();
    /// Whether what was read can be gone on from: the journal is the one that was read, and nothing was believed that
    /// came after an ending which is known only now.
    model::Expected<bool> stands(journal::Journal& journal, const vault::Policy& policy);
    model::Expected<std::vector<FoldItem>> items(const QByteArray& record, const vault::Policy& policy);
    /// A part of the journal in order of arrival: after `begin`, up to `end`, whose entry has the hash `last`.
    struct Stretch {
        qint64 begin = 0;
        qint64 end = 0;
        QByteArray last;
    };
    /// How many entries counted; nothing where another program has started over meanwhile.
    model::Expected<std::optional<qint64>> apply(const std::vector<journal::Row>& rows,
                                                 const std::vector<Opened>& opened, const Stretch& stretch,
                                                 const Reading& reading, bool foldsLater);

    // folding.cpp
    struct Lying;
    struct Remade;
    model::Expected<Lying> lying(const QByteArray& record);
    /// Folds what stands in `stale`, in the order in which it came there, so many at once that nobody waits long.
    model::Result foldStale(const vault::Policy& policy, const Watch& watch);
    model::Result foldSome(const std::vector<QByteArray>& records, const vault::Policy& policy);
    model::Result put(const Remade& remade);
    model::Result putRow(const Remade& remade, qint64 line);
    model::Expected<std::optional<qint64>> takeFromCounts(const QByteArray& record);
    model::Result count(const QStringList& names, int change);
    model::Result learn(const QStringList& words);
    model::Result forgetLostWords();

    // list.cpp
    /// The first lines that an expression of the index of words finds. Kept: a list and its count ask for the same.
    struct Met {
        QString match;
        qint64 version = 0;        ///< of the file, as another connection changes it
        std::vector<qint64> lines; ///< at most one more than few
    };
    model::Expected<const Met*> firstMet(const QString& match);
    model::Expected<QString> matchOf(const std::vector<TypedRun>& runs);
    model::Expected<QString> partsOf(const QString& word);

    // applying.cpp
    /// What one batch touches: records to fold again, and descriptions of children to place again.
    struct Touched {
        QSet<QByteArray> known;
        std::vector<QByteArray> records;
        std::vector<QByteArray>
            begun; ///< whose concern is new, in the order of arrival, which is how they are numbered
        void add(const QByteArray& record)
        {
            if (!known.contains(record)) {
                known << record;
                records.push_back(record);
            }
        }
        QStringList described;
        QSet<QString> pupils;
        bool hasLost = false; ///< something was destroyed
    };
    model::Result putPupil(const QString& id, Touched& touched);
    model::Result placeChildren(Touched& touched);
    model::Result learnName(const QString& name);
    model::Result put(const journal::Row& row, const Read& read, Touched& touched);
    model::Expected<bool> isFirstOfItsId(const journal::Row& row, const journal::Content& content,
                                         const std::optional<QString>& reference);
    model::Result takeOut(const journal::Place& place, Touched& touched);
    model::Result takeOutDestroyed(Touched& touched);
    model::Result putRefused(const journal::Place& place, const QString& id, const QString& sentence, bool askAgain);
    model::Expected<std::vector<model::Case>> folded(const std::vector<QByteArray>& ids, const vault::Policy& policy);

    sql::Connection m_connection;
    Viewer m_viewer = Viewer::Desk;
    QSet<QString> m_known; ///< words that are in the list of words; some of them
    std::optional<Met> m_met;
    std::optional<IdSet> m_bulk; ///< while a journal is read from its start
};

} // namespace heed::casebook
