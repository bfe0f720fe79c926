using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Intelligence;

/// <summary>
/// Writes an expression whose type has no name because an anonymous type is in it. <c>List&lt;anonymous&gt;</c> becomes a call of a helper
/// <c>List&lt;T&gt; Make&lt;T&gt;(T sample)</c> with an anonymous object of the same properties: the compiler then infers the type.
/// </summary>
/// <param name="prefix">The prefix of the names of the helpers.</param>
internal sealed class StubSample(string prefix)
{
    private readonly StringBuilder _helpers = new();
    private int _count;

    /// <summary>The helpers that the expressions call.</summary>
    public string Helpers => _helpers.ToString();

    public string Write(ITypeSymbol type)
    {
        if (!StubType.IsAnonymous(type))
        {
            return $"default({StubType.Name(type)})";
        }

        if (type is INamedTypeSymbol { DelegateInvokeMethod: not null, IsAnonymousType: true })
        {
            return "default(global::System.Delegate)";
        }

        if (type.IsAnonymousType)
        {
            return $"new {{ {string.Join(", ", type.GetMembers().OfType<IPropertySymbol>().Select(property => $"@{property.Name} = {Write(property.Type)}"))} }}";
        }

        var parts = new List<ITypeSymbol>();
        string name = Name(type, parts);
        string helper = prefix + (++_count).ToString(CultureInfo.InvariantCulture);
        string parameters = string.Join(", ", parts.Select((_, index) => FormattableString.Invariant($"T{index} sample{index}")));
        string arguments = string.Join(", ", parts.Select(Write));
        _helpers.Append(
            CultureInfo.InvariantCulture,
            $"static {name} {helper}<{string.Join(", ", parts.Select((_, index) => FormattableString.Invariant($"T{index}")))}>({parameters}) => throw null;\n");
        return $"{helper}({arguments})";
    }

    /// <summary>The name of a type, with a type parameter in place of every anonymous type.</summary>
    private static string Name(ITypeSymbol type, List<ITypeSymbol> parts)
    {
        if (!StubType.IsAnonymous(type))
        {
            return StubType.Name(type);
        }

        switch (type)
        {
            case { IsAnonymousType: false } and IArrayTypeSymbol array:
                return $"{Name(array.ElementType, parts)}[{new string(',', array.Rank - 1)}]";
            case INamedTypeSymbol { IsTupleType: true } tuple:
                return $"({string.Join(", ", tuple.TupleElements.Select(element => $"{Name(element.Type, parts)} {element.Name}"))})";
            case INamedTypeSymbol { IsAnonymousType: false } named:
                string outer = named.ContainingType is { IsScriptClass: true } ? ""
                    : named.ContainingType is { } container ? Name(container, parts) + "."
                    : named.ContainingNamespace is { IsGlobalNamespace: false } space ? $"global::{space.ToDisplayString()}." : "global::";
                string arguments = named.TypeArguments.IsEmpty
                    ? ""
                    : $"<{string.Join(", ", named.TypeArguments.Select(argument => Name(argument, parts)))}>";
                return outer + named.Name + arguments;
            default:
                int index = parts.FindIndex(part => SymbolEqualityComparer.Default.Equals(part, type));
                if (index < 0)
                {
                    index = parts.Count;
                    parts.Add(type);
                }
                return FormattableString.Invariant($"T{index}");
        }
    }
}
