package org.healthassistant.evaluation.fhir;

import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.IncludeParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/// The resources of one type, searched by patient, by id and by when they were last changed.
public final class StoredResources implements IResourceProvider {
  private final Class<? extends Resource> type;
  private final Function<Resource, String> patientOf;
  private final Map<String, Resource> byId = new ConcurrentSkipListMap<>();

  /// @param patientOf the id of the patient whom a resource is about; empty: of nobody
  StoredResources(Class<? extends Resource> type, Function<Resource, String> patientOf) {
    this.type = type;
    this.patientOf = patientOf;
  }

  /// Keeps a resource as changed now.
  void put(Resource resource) {
    resource.getMeta().setLastUpdatedElement(InstantType.withCurrentTime());
    byId.put(resource.getIdElement().getIdPart(), resource);
  }

  void remove(String id) {
    byId.remove(id);
  }

  void clear() {
    byId.clear();
  }

  /// Takes a new one, unless one matches the condition.
  @Create
  public MethodOutcome create(
      @ResourceParam IBaseResource resource, @ConditionalUrlParam @Nullable String condition) {
    String wanted = condition == null ? "" : condition.substring(condition.indexOf('=') + 1);
    for (Resource known : byId.values()) {
      if (!wanted.isEmpty() && identifiers(known).contains(wanted)) {
        return new MethodOutcome(known.getIdElement(), false);
      }
    }
    Resource fresh = (Resource) resource;
    fresh.setId(new IdType(type.getSimpleName(), "new-" + (byId.size() + 1)));
    put(fresh);
    return new MethodOutcome(fresh.getIdElement(), true);
  }

  /// Puts one in the place of another.
  @Update
  public MethodOutcome update(@IdParam IdType id, @ResourceParam IBaseResource resource) {
    put((Resource) resource);
    return new MethodOutcome(id, false);
  }

  /// All of them.
  List<Resource> all() {
    return List.copyOf(byId.values());
  }

  private static List<String> identifiers(Resource resource) {
    return resource.getNamedProperty("identifier").getValues().stream()
        .map(Identifier.class::cast)
        .map(one -> one.getSystem() + "|" + one.getValue())
        .toList();
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return type;
  }

  /// One by its id.
  @Read
  public IBaseResource read(@IdParam IdType id) {
    Resource found = byId.get(id.getIdPart());
    if (found == null) {
      throw new ResourceNotFoundException(id);
    }
    return found;
  }

  /// Those that match all that is given.
  @Search
  public IBundleProvider search(
      @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
      @OptionalParam(name = "identifier") @Nullable TokenParam identifier,
      @OptionalParam(name = "_id") @Nullable TokenOrListParam ids,
      @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam updated,
      @IncludeParam @Nullable Set<Include> includes) {
    Set<String> wanted = ids == null
        ? Set.of()
        : Set.copyOf(
            ids.getValuesAsQueryTokens().stream().map(token -> token.getValue()).toList());
    Date from = updated == null ? null : updated.getLowerBoundAsInstant();
    List<Resource> found = byId.values().stream()
        .filter(one -> patient == null || patientOf.apply(one).equals(patient.getIdPart()))
        .filter(one -> identifier == null
            || identifiers(one).contains(identifier.getSystem() + "|" + identifier.getValue()))
        .filter(one -> wanted.isEmpty() || wanted.contains(one.getIdElement().getIdPart()))
        .filter(one -> from == null || !one.getMeta().getLastUpdated().before(from))
        .toList();
    return new SimpleBundleProvider(found);
  }
}
