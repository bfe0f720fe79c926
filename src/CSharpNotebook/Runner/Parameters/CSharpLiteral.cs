using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Runner;

/// <summary>
/// Writes a value as C#, for a variable of a known type where there is one: a whole number given for a <c>double</c> stays a <c>double</c>.
/// </summary>
internal static partial class CSharpLiteral
{
    private static readonly string[] ValueTypes =
    [
        "bool", "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal", "char", "nint", "nuint",
        "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Guid",
    ];

    /// <summary>A declaration, or an assignment, that gives a variable a value.</summary>
    public static string Statement(string name, object? value, ParameterDeclaration? declaration)
    {
        string identifier = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
        object? resolved = Resolve(value, declaration?.Type);
        string expression = Expression(resolved, declaration?.Type);
        if (declaration is { IsDeclared: false })
        {
            return $"{identifier} = {expression};";
        }

        string type = declaration?.Type is not { } known ? resolved is null ? "object" : "var"
            : resolved is null && ValueTypes.Contains(known) ? known + "?"
            : known;
        return $"{type} {identifier} = {expression};";
    }

    /// <summary>An expression; without a given type it has its natural type, with one it can be used where that type is expected.</summary>
    public static string Expression(object? value, string? type)
    {
        type = type?.TrimEnd('?').Trim();
        return Resolve(value, type) switch
        {
            null => "null",
            bool truth => truth ? "true" : "false",
            string text => SymbolDisplay.FormatLiteral(text, quote: true),
            long integer => Integer(integer, type),
            BigInteger large => $"System.Numerics.BigInteger.Parse(\"{large}\")",
            double number => Real(number, type),
            IReadOnlyDictionary<string, object?> pairs => Dictionary(pairs, type),
            IReadOnlyList<object?> items => List(items, type),
            { } other => throw new NotebookParameterException(
                $"A value of the type {other.GetType().Name} cannot be a parameter; a truth value, number, text, list or dictionary was expected."),
        };
    }

    private static object? Resolve(object? value, string? type) => value switch
    {
        ParameterText typed when type?.TrimEnd('?') is "string" or "String" =>
            typed.Text.Length > 0 && typed.Resolve() is null ? null : typed.Text,
        ParameterText typed => typed.Resolve(),
        int number => (long)number,
        float number => (double)number,
        _ => value,
    };

    private static string Integer(long value, string? type)
    {
        string digits = value.ToString(CultureInfo.InvariantCulture);
        return type switch
        {
            "double" or "Double" => digits + "d",
            "float" or "Single" => digits + "f",
            "decimal" or "Decimal" => digits + "m",
            "long" or "Int64" => digits + "L",
            _ when value == long.MinValue => "long.MinValue",
            _ => value is > int.MaxValue or < int.MinValue ? digits + "L" : digits,
        };
    }

    private static string Real(double value, string? type)
    {
        string owner = type is "float" or "Single" ? "float" : "double";
        if (double.IsNaN(value))
        {
            return owner + ".NaN";
        }

        if (double.IsInfinity(value))
        {
            return owner + (value > 0 ? ".PositiveInfinity" : ".NegativeInfinity");
        }

        string digits = value.ToString("R", CultureInfo.InvariantCulture);
        return digits + (type switch
        {
            "float" or "Single" =>
            "f",
            "decimal" or "Decimal" => "m",
            _ => digits.AsSpan().ContainsAny(".E") ? "" : "d"
        });
    }

    private static string List(IReadOnlyList<object?> items, string? type)
    {
        string? element = type is null ? null : ArrayType().Match(type) is { Success: true } array ? array.Groups["item"].Value
            : CollectionType().Match(type) is { Success: true } collection ? collection.Groups["item"].Value : null;
        if (element is not null)
        {
            return $"[{string.Join(", ", items.Select(item => Expression(item, element)))}]";
        }

        string common = CommonType(items);
        return items.Count == 0
            ? "new object[0]"
            : $"new {common}[] {{ {string.Join(", ", items.Select(item => Expression(item, common)))} }}";
    }

    private static string Dictionary(IReadOnlyDictionary<string, object?> pairs, string? type)
    {
        string? element = type is null ? null : DictionaryType().Match(type) is { Success: true } match ? match.Groups["item"].Value : null;
        string common = element ?? CommonType([.. pairs.Values]);
        string entries = string.Concat(pairs.Select(
            pair => $" [{SymbolDisplay.FormatLiteral(pair.Key, quote: true)}] = {Expression(pair.Value, common)},")).TrimEnd(',');
        return $"new Dictionary<string, {common}> {{{entries} }}";
    }

    /// <summary>The type of the elements, when they have one in common; numbers of both kinds are <c>double</c>.</summary>
    private static string CommonType(IReadOnlyList<object?> items)
    {
        string[] types = [.. items.Select(item => Resolve(item, null) switch
        {
            bool => "bool",
            string => "string",
            long number => number is > int.MaxValue or < int.MinValue ? "long" : "int",
            double => "double",
            _ => "object",
        }).Distinct()];
        return types is [var only] ? only
            : types.All(type => type is "int" or "long") && types.Length > 0 ? "long"
            : types.All(type => type is "int" or "long" or "double") && types.Length > 0 ? "double"
            : "object";
    }

    [GeneratedRegex(@"^(?<item>.+)\[\]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ArrayType();

    [GeneratedRegex(
        @"^(System\.Collections\.Generic\.)?(I?List|IEnumerable|I?Collection|IReadOnlyList|IReadOnlyCollection|HashSet)<(?<item>[^<>,]+)>$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CollectionType();

    [GeneratedRegex(
        @"^(System\.Collections\.Generic\.)?(I?Dictionary|IReadOnlyDictionary)<string\s*,\s*(?<item>.+)>$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DictionaryType();
}
