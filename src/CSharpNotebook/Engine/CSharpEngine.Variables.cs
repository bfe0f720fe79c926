using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Engine;

// The variables of the session, as the other languages see them.
internal sealed partial class CSharpEngine
{
    /// <summary>Declares a variable, as a cell <c>type name = value;</c> would.</summary>
    /// <param name="name">The name, which must be valid in C#.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">
    /// The type of the declaration; by default the type of the value, or the nearest of its bases that code can name.
    /// </param>
    /// <exception cref="ArgumentException">The name is not valid in C#, or the value is not of the type.</exception>
    public void SetVariable(string name, object? value, Type? type = null)
    {
        string identifier = name.TrimStart('@');
        if (!SyntaxFacts.IsValidIdentifier(identifier))
        {
            throw new ArgumentException($"{name} is not a name in C#.", nameof(name));
        }

        type = TypeNames.Nameable(type ?? value?.GetType() ?? typeof(object));
        foreach (Assembly assembly in TypeNames.AssembliesOf(type))
        {
            AddReference(assembly);
        }
        // The declaration gives the name its type; the value cannot be written as code.
        SubmitAsync($"variable {identifier}", $"{TypeNames.Full(type)} @{identifier} = default;", CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        _variables.Set(identifier, value);
    }
}
