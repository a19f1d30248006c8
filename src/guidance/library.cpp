#include "guidance/library.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <stdexcept>

// Outside every namespace, as Qt asks: a static library's resources stay out of the program until somebody names them.
static void initResources()
{
    Q_INIT_RESOURCE(guidance);
}

namespace heed::guidance {

using namespace model;

namespace {

std::vector<File> builtInFiles()
{
    initResources();
    std::vector<File> files;
    QDirIterator found(QStringLiteral(":/heed/guidance"), QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        if (!file.open(QIODevice::ReadOnly))
            throw std::logic_error("a built-in page cannot be opened: " + file.fileName().toStdString());
        files.push_back({found.fileName(), file.readAll()});
    }
    return files;
}

template <class T> const T* find(const std::vector<T>& all, QStringView id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

template <class T> std::vector<const T*> forReader(const std::vector<T>& all, Audience reader)
{
    std::vector<const T*> chosen;
    for (const auto& one : all)
        if (one.isFor(reader))
            chosen.push_back(&one);
    return chosen;
}

Result alreadyThere(const QString& file)
{
    return failure(ErrorCode::BadInput, QStringLiteral("%1: \"file name\" stands twice in the library.").arg(file));
}

} // namespace

const Library& Library::builtIn()
{
    static const Library library = [] {
        auto loaded = load(builtInFiles());
        if (!loaded)
            throw std::logic_error("the built-in guidance is broken: " + loaded.error().message.toStdString());
        return *std::move(loaded);
    }();
    return library;
}

Expected<Library> Library::load(const std::vector<File>& files)
{
    HEED_TAKE(auto library, read(files, false));
    HEED_TRY(library.checkLinks());
    return library;
}

Expected<Library> Library::with(const std::vector<File>& ownFiles) const
{
    HEED_TAKE(auto library, read(ownFiles, true));
    library.m_pages.insert(library.m_pages.end(), m_pages.begin(), m_pages.end());
    library.m_cards.insert(library.m_cards.end(), m_cards.begin(), m_cards.end());
    library.sort();
    HEED_TRY(library.checkLinks());
    return library;
}

Expected<Library> Library::read(const std::vector<File>& files, bool own)
{
    Library library;
    const auto prefix = own ? QStringLiteral("own/") : QString();
    for (const auto& file : files) {
        if (file.name.endsWith(QStringLiteral(".json"))) {
            HEED_TAKE(auto card, parseCard(file.name, file.content));
            card.own = own;
            card.id = prefix + card.id;
            if (library.card(card.id))
                HEED_TRY(alreadyThere(file.name));
            library.m_cards.push_back(std::move(card));
        } else {
            HEED_TAKE(auto page, parsePage(file.name, file.content));
            page.own = own;
            page.id = prefix + page.id;
            if (library.page(page.id))
                HEED_TRY(alreadyThere(file.name));
            library.m_pages.push_back(std::move(page));
        }
    }
    library.sort();
    return library;
}

void Library::sort()
{
    std::sort(m_pages.begin(), m_pages.end(), [](const Page& a, const Page& b) {
        return std::tuple(a.section, a.order, a.title, a.id) < std::tuple(b.section, b.order, b.title, b.id);
    });
    std::sort(m_cards.begin(), m_cards.end(), [](const Card& a, const Card& b) {
        return std::tuple(a.kind, a.order, a.name, a.id) < std::tuple(b.kind, b.order, b.name, b.id);
    });
}

Result Library::checkLinks() const
{
    const auto pagePlace = QStringLiteral("heed:page/");
    const auto cardPlace = QStringLiteral("heed:card/");
    for (const auto& page : m_pages) {
        for (const auto& address : addressesIn(page.body)) {
            const bool leadsNowhere =
                (address.startsWith(pagePlace) && !this->page(QStringView(address).mid(pagePlace.size()))) ||
                (address.startsWith(cardPlace) && !card(QStringView(address).mid(cardPlace.size())));
            if (leadsNowhere)
                return failure(ErrorCode::BadInput,
                               QStringLiteral("%1.md: \"body\" links to \"%2\", which is not in the library.")
                                   .arg(page.id, address));
        }
    }
    return {};
}

std::vector<const Page*> Library::pagesFor(Audience reader) const
{
    return forReader(m_pages, reader);
}

std::vector<const Card*> Library::cardsFor(Audience reader) const
{
    return forReader(m_cards, reader);
}

const Page* Library::page(QStringView id) const
{
    return find(m_pages, id);
}

const Card* Library::card(QStringView id) const
{
    return find(m_cards, id);
}

const Page* Library::pageOfSign(QStringView code) const
{
    const Page* own = nullptr;
    for (const auto& page : m_pages) {
        if (page.sign.isEmpty() || page.sign != code)
            continue;
        if (!page.own)
            return &page;
        own = own ? own : &page;
    }
    return own;
}

std::vector<Hit> Library::search(const QString& query, std::size_t limit, const Filling& filling) const
{
    return searchIn(m_pages, m_cards, query, limit, filling);
}

} // namespace heed::guidance
