using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Finds members of the results that would come out under one name. Case does not tell names apart.</summary>
internal static class NameClashes
{
    public static void Report(AnalysisContext context, EquatableArray<ComponentsModel> observables, EquatableArray<ComponentsModel> findings)
    {
        Member[] members = [.. Members(observables, isFinding: false), .. Members(findings, isFinding: true)];
        for (int later = 1; later < members.Length; later++)
        {
            if (members.Take(later).FirstOrDefault(earlier => Clash(earlier, members[later])) is { } first)
                context.Report(ObservationDiagnostics.NameTwice, Location(context, members[later]), first.Shown, members[later].Shown);
        }
    }

    private static IEnumerable<Member> Members(EquatableArray<ComponentsModel> structs, bool isFinding) =>
        structs.SelectMany(type => type.Components.Select(component => new Member(type.Type, component, isFinding)));

    private static bool Clash(Member first, Member second)
    {
        // Two structs may share an observable: a route that measures less has a smaller struct.
        bool isShared = first.Struct != second.Struct && first.IsFinding == second.IsFinding && first.Name == second.Name && first.IsVector == second.IsVector;
        return !isShared && (string.Equals(first.Name, second.Name, StringComparison.OrdinalIgnoreCase) || IsElement(first, second) || IsElement(second, first));
    }

    /// <summary>Whether a name is one of those under which a vector comes out: its own with a number.</summary>
    private static bool IsElement(Member vector, Member other) =>
        vector.IsVector
        && other.Name.Length > vector.Name.Length
        && other.Name.StartsWith(vector.Name, StringComparison.OrdinalIgnoreCase)
        && other.Name.Skip(vector.Name.Length).All(character => character is >= '0' and <= '9')
        && other.Name[vector.Name.Length] != '0';

    private static Location? Location(AnalysisContext context, Member member) => context.Type.GetTypeMembers()
        .Where(type => context.Names.Of(type) == member.Struct)
        .SelectMany(PositionalComponents.Of)
        .FirstOrDefault(component => component.Property.Name == member.Name)?.Parameter.OfName() ?? context.Type.OfName();

    private sealed record Member(string Struct, ComponentModel Component, bool IsFinding)
    {
        public string Name => Component.Name;

        public bool IsVector => Component.Kind == ComponentKind.Vector;

        public string Shown => IsVector ? Name + "[]" : Name;
    }
}
