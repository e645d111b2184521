package io.pixport.lambda;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code provision} makes, as properties of CloudFormation.
 *
 * @param policy the document
 */
record Provisioned(JsonNode bucket, JsonNode policy, JsonNode table) {
    private static final String NAME = "provisioned";

    /** Where CloudFormation has another name than the API. */
    private static final Map<String, String> NAMES = Map.of(
            "\"Rules\":[{\"ApplyServerSideEncryptionByDefault\"",
            "\"ServerSideEncryptionConfiguration\":[{\"ServerSideEncryptionByDefault\"",
            "\"Filter\":{\"Prefix\":\"\"},",
            "",
            "\"ID\"",
            "\"Id\"",
            "\"SSESpecification\":{\"Enabled\"",
            "\"SSESpecification\":{\"SSEEnabled\"");

    static Provisioned byCommand() throws IOException {
        List<SdkRequest> requests = EmptyAccount.provisioned(NAME);
        Map<String, Object> bucket = Map.of(
                "OwnershipControls",
                member(requests, PutBucketOwnershipControlsRequest.class, "OwnershipControls"),
                "PublicAccessBlockConfiguration",
                member(requests, PutPublicAccessBlockRequest.class, "PublicAccessBlockConfiguration"),
                "BucketEncryption",
                member(requests, PutBucketEncryptionRequest.class, "ServerSideEncryptionConfiguration"),
                "LifecycleConfiguration",
                member(requests, PutBucketLifecycleConfigurationRequest.class, "LifecycleConfiguration"));
        Map<String, Object> table = new LinkedHashMap<>(members(one(requests, CreateTableRequest.class)));
        table.remove("TableName");
        for (Class<? extends SdkRequest> later :
                Set.of(UpdateTimeToLiveRequest.class, UpdateContinuousBackupsRequest.class)) {
            table.putAll(members(one(requests, later)));
            table.remove("TableName");
        }
        String policy = one(requests, PutBucketPolicyRequest.class).policy();
        return new Provisioned(
                json(bucket),
                JsonMapper.shared()
                        .readTree(policy.replace("arn:aws:s3:::" + NAME + "/*", "${Bucket.Arn}/*")
                                .replace("arn:aws:s3:::" + NAME, "Bucket.Arn")),
                json(table));
    }

    private static <T extends SdkRequest> T one(List<SdkRequest> requests, Class<T> type) {
        return requests.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("provision makes no " + type.getSimpleName()));
    }

    private static Object member(List<SdkRequest> requests, Class<? extends SdkRequest> type, String name) {
        return Objects.requireNonNull(members(one(requests, type)).get(name), name);
    }

    private static Map<String, Object> members(SdkPojo value) {
        Map<String, Object> members = new LinkedHashMap<>();
        value.sdkFields().forEach(field -> {
            Object member = field.getValueOrDefault(value);
            if (member != null && !(member instanceof List<?> list && list.isEmpty())) {
                members.put(field.memberName(), plain(member));
            }
        });
        return members;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case SdkPojo pojo -> members(pojo);
            case List<?> list -> list.stream().map(Provisioned::plain).toList();
            default -> value;
        };
    }

    private static JsonNode json(Map<String, Object> properties) {
        String text = JsonMapper.shared().writeValueAsString(properties);
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        return JsonMapper.shared().readTree(text);
    }
}
