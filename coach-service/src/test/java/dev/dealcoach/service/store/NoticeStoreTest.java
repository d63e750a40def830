package dev.dealcoach.service.store;

import static dev.dealcoach.service.store.People.APRIL;
import static dev.dealcoach.service.store.People.MAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everybody has the own notices, seen or not. */
class NoticeStoreTest {
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void everybodyHasTheOwnOnes(TestDatabase database) {
    People people = new People(database.shared());
    Account one = people.account(Role.REP);
    Account other = people.account(Role.REP);
    JdbiNotices notices = new JdbiNotices(database.shared());
    Notice first = Notice.of(one.id(), Notice.REVIEW_DONE, "/deals/1", "方案.pdf", APRIL);
    Notice second = Notice.of(one.id(), Notice.REVIEW_REFUSED, "/deals/2", "b", MAY);
    notices.add(first);
    notices.add(second);
    notices.add(Notice.of(other.id(), Notice.REVIEW_DONE, "/deals/3", "c", MAY));
    assertThat(notices.unseen(one.id())).isEqualTo(2);
    Page<Notice> page = notices.of(one.id(), new PageRequest(1, null));
    assertThat(page.items()).containsExactly(second);
    assertThat(notices.of(one.id(), new PageRequest(1, page.next())).items())
        .containsExactly(first);
    notices.seen(one.id(), MAY);
    assertThat(notices.unseen(one.id())).isZero();
    assertThat(notices.unseen(other.id())).isEqualTo(1);
    assertThat(notices.of(one.id(), PageRequest.first()).items())
        .allSatisfy(notice -> assertThat(notice.seen()).isEqualTo(MAY));
  }
}
