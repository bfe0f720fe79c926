using System.Collections.Immutable;
using System.Reflection;
using CSharpNotebook.Cells;

namespace CSharpNotebook.Engine.Submissions;

/// <summary>The variables of a session by name: of several declarations, the last.</summary>
internal sealed class SessionVariables
{
    private readonly Dictionary<string, (object Owner, FieldInfo Field)> _fields = new(StringComparer.Ordinal);

    /// <summary>The variables in the order of their names.</summary>
    public ImmutableArray<SessionVariable> All =>
        [.. _fields.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new SessionVariable(pair.Key, pair.Value.Field.FieldType, pair.Value.Field.GetValue(pair.Value.Owner)))];

    /// <summary>Adds the variables of a piece.</summary>
    /// <param name="instance">The object in the piece's slot.</param>
    public void Add(object instance)
    {
        foreach (FieldInfo field in instance.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        {
            // The compiler's own fields have names that are not valid in C#.
            if (char.IsLetter(field.Name[0]) || field.Name[0] == '_')
            {
                _fields[field.Name] = (instance, field);
            }
        }
    }

    public SessionVariable? Find(string name) =>
        _fields.TryGetValue(
            name, out var place) ? new SessionVariable(name, place.Field.FieldType, place.Field.GetValue(place.Owner)) : null;

    public void Set(string name, object? value)
    {
        (object owner, FieldInfo field) = _fields[name];
        field.SetValue(owner, value);
    }
}
