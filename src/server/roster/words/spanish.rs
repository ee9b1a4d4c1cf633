//! What is said of a roster's faults in Spanish, with *usted*.

use domain::language::Language;
use domain::text::NotText;

use super::{Holds, Words, holds, megabytes, shown, some};
use crate::roster::{Effect, Refused, What};

/// Spanish.
pub const SPANISH: Words = Words { place, what, effect, advice, refused };

fn place(file: &str, row: Option<u64>, column: Option<&str>) -> String {
    let row = row.map(|row| format!(", fila {row}")).unwrap_or_default();
    let column = column.map(|column| format!(", columna {column}")).unwrap_or_default();
    format!("{file}{row}{column}")
}

fn what(what: &What) -> String {
    match what {
        What::Cells { found, wanted } => format!("{found} celdas donde hay {wanted} columnas"),
        What::Blank(_) => "está en blanco".to_owned(),
        What::Twice { value, first, .. } => format!("{} ya está en la fila {first}", shown(value)),
        What::Dangling { value, file, .. } => format!("{} no está en {file}", shown(value)),
        What::Unknown { value, .. } => format!("{} no se conoce", shown(value)),
        What::NotAName { value, cause, .. } => format!("{}: {}", shown(value), not_text(*cause)),
        What::NotADay { value, .. } => format!("{} no es una fecha", shown(value)),
        What::ColumnTwice(_) => "dos columnas tienen este nombre".to_owned(),
        What::CalledOtherwise(file) => format!("se leyó como {file}"),
        What::NotThere(file) => format!("el manifiesto dice que hay {file}, y no está"),
        What::ThereAfterAll(file) => format!("el manifiesto dice que no hay {file}, y sí está; se leyó"),
        What::Version(version) => format!("no se conoce OneRoster {}; se leyó como 1.2", shown(version)),
        What::AllOver(day) => {
            format!("todas las clases son de un año escolar que terminó antes del {day}; se leyeron de todos modos")
        }
        What::WithoutTeacher(1) => {
            "1 clase no tiene lugar ni maestro en enrollments.csv; es un salón aparte".to_owned()
        }
        What::WithoutTeacher(count) => {
            format!("{count} clases no tienen lugar ni maestro en enrollments.csv; cada una es un salón")
        }
    }
}

fn effect(effect: Effect) -> Option<&'static str> {
    match effect {
        Effect::RowSkipped => Some("la fila se omitió"),
        Effect::ValueLeftOut => Some("la fila cuenta sin eso"),
        Effect::SecondIgnored => Some("se leyó la primera"),
        Effect::OnlySaid => None,
    }
}

fn advice(what: &What) -> String {
    match what {
        What::Cells { found, wanted } if found > wanted => {
            "Ponga entre comillas la celda que lleva una coma.".to_owned()
        }
        What::Cells { .. } => "Agregue las celdas que faltan, aunque sea solo con comas.".to_owned(),
        What::Blank(_) => "Complétela.".to_owned(),
        What::Twice { .. } => "Dé a cada fila su propio identificador o borre una de las dos.".to_owned(),
        What::Dangling { file, .. } => format!("Corríjalo aquí o agréguelo a {file}."),
        What::Unknown { column, .. } => known(column).to_owned(),
        What::NotAName { cause: NotText::TooLong { .. }, .. } => "Acórtelo.".to_owned(),
        What::NotAName { .. } => "Escriba ahí un nombre.".to_owned(),
        What::NotADay { .. } => "Escríbala así: 2026-08-17.".to_owned(),
        What::ColumnTwice(_) => "Si son distintas, borre una.".to_owned(),
        What::CalledOtherwise(file) => format!("Si es una copia vieja, ofrezca el {file} correcto."),
        What::NotThere(_) => "Si debería estar, expórtelo de nuevo.".to_owned(),
        What::ThereAfterAll(file) => format!("Si es viejo, borre {file}."),
        What::Version(_) => "Revise el informe con cuidado.".to_owned(),
        What::AllOver(_) => "Si ya empezó un nuevo año escolar, expórtelo.".to_owned(),
        What::WithoutTeacher(_) => "Agregue lugares o maestros en su sistema de información estudiantil.".to_owned(),
    }
}

/// What is known in a column.
fn known(column: &str) -> &'static str {
    match holds(column) {
        Holds::Status => "Escriba active o tobedeleted, o déjelo en blanco.",
        Holds::OrgType => "Para una escuela escriba school; para el distrito, district.",
        Holds::Grades => "Escriba un grado, como KG, 03 o 9, o una banda, como K-2 o 9-12.",
        Holds::Room => "Escriba un número o un nombre.",
        Holds::ManifestValue => "Escriba bulk o absent.",
        Holds::Place => "Escriba title o code, o déjelo en blanco para ambos.",
        Holds::Tags => "Escriba ELD, con dos maestros, dos idiomas, AP u honores.",
    }
}

fn not_text(cause: NotText) -> String {
    match cause {
        NotText::Empty => "aquí no hay nada escrito".to_owned(),
        NotText::TooLong { length, most } => format!("{length} caracteres, y caben {most}"),
    }
}

fn refused(refused: &Refused) -> String {
    match refused {
        Refused::Path { path, cause } => {
            format!("No se puede leer {} ({cause}). Revise la ruta y si usted puede abrirlo.", path.display())
        }
        Refused::Unreadable { file, cause } => format!("No se puede leer {file} ({cause}). Guárdelo o expórtelo de nuevo."),
        Refused::TooLarge { file, most } => {
            format!("{file} pasa de {} MB, más que el de cualquier distrito. Revise que sea el archivo correcto.", megabytes(*most))
        }
        Refused::NoFile { file, there } if there.is_empty() => {
            format!("No hay {file} ni ningún otro archivo. Elija la carpeta o el zip con la exportación.")
        }
        Refused::NoFile { file, there } => {
            format!("No hay {file}; hay: {}. Expórtelo junto con los demás, como OneRoster CSV.", some(there))
        }
        Refused::TwoFiles { file, first, second } => {
            format!("Dos archivos pueden ser {file}: {first} y {second}. Deje el correcto y quite el otro.")
        }
        Refused::NotAZip(cause) => {
            format!("Esto empieza como un zip y no se puede abrir ({cause}). Descárguelo o hágalo de nuevo.")
        }
        Refused::TooManyEntries { entries, most } => {
            format!("El zip tiene {entries} archivos y se aceptan {most}. Haga un zip solo con los archivos de la exportación.")
        }
        Refused::Bomb(file) => {
            format!("{file} ocuparía mucho más que cualquier exportación. Haga un zip nuevo con los archivos de la exportación.")
        }
        Refused::LeadsOutside(path) => {
            format!("El zip tiene un archivo llamado {}, que sale del zip. Haga un zip nuevo con los archivos de la exportación.", shown(path))
        }
        Refused::Encrypted(file) => {
            format!("{file} tiene contraseña en el zip. Haga un zip sin contraseña; solo se leen escuelas, cursos, clases y periodos.")
        }
        Refused::PackedOtherwise(file) => {
            format!("{file} está comprimido en el zip de una manera que no se lee. Haga el zip como lo hacen Windows o macOS.")
        }
        Refused::Damaged { file, cause } => format!("{file} está dañado en el zip ({cause}). Descargue o haga el zip de nuevo."),
        Refused::OldOrLocked(file) => {
            format!("{file} es una hoja de cálculo anterior a 2007 o tiene contraseña. Guárdela como .xlsx o CSV, sin contraseña.")
        }
        Refused::NotAWorkbook { file, cause } => {
            format!("{file} no se puede leer como hoja de cálculo ({cause}). Guárdela de nuevo como .xlsx o CSV.")
        }
        Refused::TooManyRows { file, most } => format!("{file} tiene más de {most} filas. Borre las que no son salones."),
        Refused::NotText { file, row } => {
            format!("{file}, fila {row}: esto no es texto en UTF-8. Ábralo en una hoja de cálculo y guárdelo como «CSV UTF-8».")
        }
        Refused::NotCsv { file, cause } => format!("{file} no es CSV ({cause}). Guárdelo o expórtelo de nuevo como CSV."),
        Refused::NeverClosed { file, row } => {
            format!("{file}, fila {row}: unas comillas no se cierran. Ciérrelas o bórrelas, o exporte el archivo de nuevo.")
        }
        Refused::Empty(file) => format!("{file} está vacío. Expórtelo o guárdelo de nuevo."),
        Refused::NoColumn { file, column, there } if there.is_empty() => {
            format!("{file} no tiene la columna {column}. Su primera fila debe nombrar las columnas.")
        }
        Refused::NoColumn { file, column, there } => {
            format!("{file} no tiene la columna {column}; tiene: {}. Su primera fila debe nombrar las columnas.", some(there))
        }
        Refused::OneFileOfAnExport(file) => {
            format!("{file} es un solo archivo de una exportación OneRoster. Elija la carpeta o el zip con todos.")
        }
        Refused::Delta(file) => {
            format!("manifest.csv dice que {file} solo tiene los cambios (delta). Exporte todo (bulk).")
        }
        Refused::NoSchool => "orgs.csv no tiene ninguna organización activa de tipo school. Exporte también las escuelas.".to_owned(),
        Refused::NoDistrict(schools) => format!(
            "orgs.csv tiene {schools} escuelas y ningún distrito ni organización sobre todas ellas. Agregue una fila de tipo district y nómbrela en parentSourcedId."
        ),
        Refused::SeveralDistricts(names) => {
            format!("orgs.csv tiene escuelas de varios distritos ({}). Importe un distrito a la vez.", some(names))
        }
        Refused::DistrictUnnamed => {
            "Una hoja de cálculo no dice cómo se llama el distrito. Escriba su nombre; en la línea de comandos, con --district.".to_owned()
        }
        Refused::DistrictIsNoName(cause) => format!("El nombre del distrito no sirve: {}.", not_text(*cause)),
        Refused::NoRoom(faults) => {
            let why: Vec<String> = faults.iter().map(|fault| fault.said(Language::Es)).collect();
            let why = if why.is_empty() { String::new() } else { format!(" Esto se encontró: {}", why.join(" ")) };
            format!("No hay ninguna clase ni salón en uso en ninguna escuela, así que se cerrarían todos.{why}")
        }
        Refused::NoEnrollments => {
            "No hay enrollments.csv con que agrupar las clases. Agréguelo o importe sin agrupar por maestro.".to_owned()
        }
        Refused::Pattern(fault) => format!("No se pueden leer los patrones: {}", fault.said(Language::Es)),
    }
}
