package me.digi.client.sandbox.internal.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object with the declared members and no others. */
public final class ObjectShape implements Shape {
    private final Map<String, Member> members;
    private final List<Rule> rules;

    private ObjectShape(Map<String, Member> members, List<Rule> rules) {
        this.members = members;
        this.rules = rules;
    }

    /** An object without members. */
    public static ObjectShape object() {
        return new ObjectShape(Map.of(), List.of());
    }

    public ObjectShape required(String name, Shape shape) {
        return with(name, new Member(shape, true));
    }

    public ObjectShape optional(String name, Shape shape) {
        return with(name, new Member(shape, false));
    }

    /** Requires both of these optional members, or neither. */
    public ObjectShape together(String first, String second) {
        return rule((path, object) -> {
            if (object.has(first) != object.has(second)) {
                String missing = object.has(first) ? second : first;
                throw new ShapeException(path + "." + missing, "is missing: both or neither of the two are allowed");
            }
        });
    }

    /** Adds a rule for the whole object, checked after its members. */
    public ObjectShape rule(Rule rule) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new ObjectShape(members, List.copyOf(more));
    }

    /** The names of the declared members. */
    public Set<String> names() {
        return members.keySet();
    }

    /** The members and rules of both. */
    public ObjectShape and(ObjectShape other) {
        Map<String, Member> allMembers = new LinkedHashMap<>(members);
        allMembers.putAll(other.members);
        List<Rule> allRules = new ArrayList<>(rules);
        allRules.addAll(other.rules);
        return new ObjectShape(allMembers, List.copyOf(allRules));
    }

    @Override
    public void checkValue(String path, @Nullable Object value) {
        Shape.anyObject().checkValue(path, value);
        JsonView object = JsonView.of(value);
        members.forEach((name, member) -> {
            if (object.has(name)) {
                member.shape.checkValue(path + "." + name, object.members().get(name));
            } else if (member.required) {
                throw new ShapeException(path + "." + name, "is missing");
            }
        });
        rules.forEach(rule -> rule.check(path, object));
    }

    @Override
    public void checkNames(String path, @Nullable Object value) {
        JsonView object = JsonView.of(value);
        object.members().forEach((name, found) -> {
            Member member = members.get(name);
            if (member == null) {
                throw new ShapeException(path + "." + name, "is not allowed here");
            }
            member.shape.checkNames(path + "." + name, found);
        });
    }

    private ObjectShape with(String name, Member member) {
        Map<String, Member> more = new LinkedHashMap<>(members);
        more.put(name, member);
        return new ObjectShape(more, rules);
    }

    /** A rule for several members of an object. */
    @FunctionalInterface
    public interface Rule {
        void check(String path, JsonView object);
    }

    private record Member(Shape shape, boolean required) {}
}
