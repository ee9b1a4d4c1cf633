// Runs before the app: whatever durability a transaction asks for, it gets what the browser does by itself.
const transaction = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (stores, mode) {
  return transaction.call(this, stores, mode);
};
