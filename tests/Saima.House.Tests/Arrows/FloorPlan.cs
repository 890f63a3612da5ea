using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Arrows;

/// <summary>Which rooms has a project, and which of them use which?</summary>
/// <remarks>Read from the syntax alone, so that it works when nothing compiles: a name counts when a using or a namespace leads to its room.</remarks>
internal sealed class FloorPlan
{
    private readonly string _project;
    private readonly string _shortName; // code of another storey may write Engine.Race.Lane
    private readonly List<RepositoryFile> _files;
    private readonly Dictionary<string, HashSet<string>> _typesByRoom = new(StringComparer.Ordinal);

    public FloorPlan(string project, IEnumerable<RepositoryFile> files)
    {
        _project = project;
        _shortName = project.Split('.')[^1];
        _files = [.. files.Where(file => file.IsSource && file.Project == project && file.IsHandWritten)];
        foreach (var file in _files)
            TypesOf(RoomOf(file)).UnionWith(file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text));
    }

    public IEnumerable<string> Rooms => _typesByRoom.Keys.Where(room => room != EngineRooms.Root).Order(StringComparer.Ordinal);

    /// <summary>Every use of another room, file by file.</summary>
    public IEnumerable<RoomUse> Uses() => _files.SelectMany(UsesOf);

    private static string RoomOf(RepositoryFile file) => file.Room.Length == 0 ? EngineRooms.Root : file.Room;

    private HashSet<string> TypesOf(string room)
    {
        if (!_typesByRoom.TryGetValue(room, out var types))
            _typesByRoom[room] = types = new HashSet<string>(StringComparer.Ordinal);
        return types;
    }

    private IEnumerable<RoomUse> UsesOf(RepositoryFile file)
    {
        var from = RoomOf(file);
        var opened = new HashSet<string>(StringComparer.Ordinal) { EngineRooms.Root };
        foreach (var node in file.Syntax.DescendantNodes(node => node is not UsingDirectiveSyntax)
            .Where(node => node is UsingDirectiveSyntax or QualifiedNameSyntax or MemberAccessExpressionSyntax))
        {
            if (NamedRoom(node) is not { } named || named.Room == from)
                continue;
            opened.Add(named.Room);
            yield return new RoomUse(from, named.Room, named.Type, file.Path, RepositoryFile.LineOf(node));
        }

        foreach (var use in TypesUsed(file, from, opened))
            yield return use;
    }

    /// <summary>Simple names that belong to a room whose namespace the file has opened (its own room's names come first).</summary>
    private IEnumerable<RoomUse> TypesUsed(RepositoryFile file, string from, HashSet<string> opened)
    {
        foreach (var name in file.Syntax.DescendantNodes().OfType<SimpleNameSyntax>().Where(IsFree))
        {
            var type = name.Identifier.Text;
            var owner = opened.FirstOrDefault(room => room != from && TypesOf(room).Contains(type));
            if (owner is not null && !TypesOf(from).Contains(type))
                yield return new RoomUse(from, owner, type, file.Path, RepositoryFile.LineOf(name));
        }
    }

    /// <summary>True unless it is a member's name after a dot, a label or a named argument: those are not types.</summary>
    private static bool IsFree(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        QualifiedNameSyntax qualified => qualified.Right == name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or UsingDirectiveSyntax => false,
        AssignmentExpressionSyntax assignment => assignment.Left != name || !assignment.Parent.IsKind(SyntaxKind.ObjectInitializerExpression),
        _ => true,
    };

    /// <summary>The room that a using, a qualified name or a member access starts with, and the type that follows it.</summary>
    private (string Room, string? Type)? NamedRoom(SyntaxNode node)
    {
        var text = node is UsingDirectiveSyntax directive ? directive.NamespaceOrType.ToString() : node.ToString();
        text = text.Replace("global::", "", StringComparison.Ordinal);
        var namespaceName = Array.Find([_project + ".", _shortName + "."], start => text.StartsWith(start, StringComparison.Ordinal));
        if (namespaceName is null && node is UsingDirectiveSyntax)
            return null;

        var parts = text[(namespaceName?.Length ?? 0)..].Split('.', 3);
        if (!_typesByRoom.TryGetValue(parts[0], out var types))
            return null;
        if (parts.Length > 1 && types.Contains(parts[1]))
            return (parts[0], parts[1]);
        return namespaceName is null ? null : (parts[0], null);
    }
}
