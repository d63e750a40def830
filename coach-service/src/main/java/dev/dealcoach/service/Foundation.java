package dev.dealcoach.service;

import dev.dealcoach.nlp.pack.Industries;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.audit.AuditLog;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.figure.Figures;
import dev.dealcoach.service.notice.NoticeStore;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.retrieval.LibraryIndex;
import dev.dealcoach.service.setting.SettingStore;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Pages;
import io.dropwizard.core.setup.Environment;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * What every part of the service that needs accounts stands on.
 *
 * @param source the database's connections, for what cannot go through {@code jdbi}
 * @param clock what everything that is kept is dated by
 */
record Foundation(
    Environment environment,
    Jdbi jdbi,
    DataSource source,
    Blobs blobs,
    AccountStore accounts,
    TeamStore teams,
    DealStore deals,
    ProposalStore proposals,
    ContactStore contacts,
    NoticeStore notices,
    SettingStore settings,
    AuditLog audit,
    Access access,
    LibraryIndex library,
    Figures figures,
    Industries industries,
    Messages messages,
    Pages pages,
    InstantSource clock) {}
