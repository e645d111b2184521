package io.pixport.lambda;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * What functions ask of S3 and DynamoDB, and the right that each needs. One that is not here is to be added with its right.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">S3</a>
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html">Transactions</a>
 */
enum Operation {
    HEAD_BUCKET("s3:ListBucket", "Bucket.Arn"),
    LIST_OBJECTS_V2("s3:ListBucket", "Bucket.Arn"),
    HEAD_OBJECT("s3:GetObject", "${Bucket.Arn}/*"),
    GET_OBJECT("s3:GetObject", "${Bucket.Arn}/*"),
    /** Either of the two, when there is no such object: without this right the answer is 403. */
    MISS_OBJECT("s3:ListBucket", "Bucket.Arn"),
    PUT_OBJECT("s3:PutObject", "${Bucket.Arn}/*"),
    DELETE_OBJECT("s3:DeleteObject", "${Bucket.Arn}/*"),
    DELETE_OBJECTS("s3:DeleteObject", "${Bucket.Arn}/*"),
    CREATE_MULTIPART_UPLOAD("s3:PutObject", "${Bucket.Arn}/*"),
    LIST_PARTS("s3:ListMultipartUploadParts", "${Bucket.Arn}/*"),
    COMPLETE_MULTIPART_UPLOAD("s3:PutObject", "${Bucket.Arn}/*"),
    ABORT_MULTIPART_UPLOAD("s3:AbortMultipartUpload", "${Bucket.Arn}/*"),
    LIST_MULTIPART_UPLOADS("s3:ListBucketMultipartUploads", "Bucket.Arn"),
    DESCRIBE_TABLE("dynamodb:DescribeTable", "Table.Arn"),
    GET_ITEM("dynamodb:GetItem", "Table.Arn"),
    QUERY("dynamodb:Query", "Table.Arn"),
    PUT_ITEM("dynamodb:PutItem", "Table.Arn"),
    UPDATE_ITEM("dynamodb:UpdateItem", "Table.Arn"),
    /** Within a transaction, which needs no right of its own. */
    TRANSACT_PUT("dynamodb:PutItem", "Table.Arn"),
    TRANSACT_UPDATE("dynamodb:UpdateItem", "Table.Arn"),
    TRANSACT_DELETE("dynamodb:DeleteItem", "Table.Arn"),
    TRANSACT_CONDITION_CHECK("dynamodb:ConditionCheckItem", "Table.Arn");

    private final String action;
    private final String resource;

    Operation(String action, String resource) {
        this.action = action;
        this.resource = resource;
    }

    Right right() {
        return new Right(action, resource);
    }

    /** @param name in camel case, such as {@code getItem} */
    static Operation named(String name) {
        return valueOf(name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
    }

    static Set<Operation> of(SdkRequest request) {
        return request instanceof TransactWriteItemsRequest transaction
                ? transaction.transactItems().stream()
                        .flatMap(item -> of(item).stream())
                        .collect(Collectors.toSet())
                : Set.of(named(request.getClass().getSimpleName().replaceAll("Request$", "")));
    }

    private static List<Operation> of(TransactWriteItem item) {
        return item.sdkFields().stream()
                .filter(field -> field.getValueOrDefault(item) != null)
                .map(field -> named("Transact" + field.memberName()))
                .toList();
    }
}
